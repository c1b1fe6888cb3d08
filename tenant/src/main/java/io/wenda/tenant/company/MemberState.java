package io.wenda.tenant.company;

/** Whether a person belongs to the company. */
public enum MemberState {
    /** Asked to join; she has no password yet and cannot sign in. */
    INVITED,
    ACTIVE,
    /** No longer; what she did still bears her name. */
    REMOVED
}
