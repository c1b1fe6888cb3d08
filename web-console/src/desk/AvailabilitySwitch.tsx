/** Whether she takes conversations now; stands above the member's menu. */
export function AvailabilitySwitch() {
  return null;
}
