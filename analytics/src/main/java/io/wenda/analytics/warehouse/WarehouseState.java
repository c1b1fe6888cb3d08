package io.wenda.analytics.warehouse;

/** Whether the warehouse can be written and asked. */
public sealed interface WarehouseState {

    /** Tables are as this version of the application needs them. */
    record Ready() implements WarehouseState {}

    /** ClickHouse is away, or its tables are not made yet; tried again until it works. */
    record Away(String reason) implements WarehouseState {}
}
