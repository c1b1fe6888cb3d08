package io.wenda.tenant.company;

/** The new company and its owner. */
public record SignedUp(Company company, Member owner) {}
