package io.wenda.analytics.report;

/**
 * The 95 % interval of a rate (Wilson's score interval): honest for small populations and for rates
 * near 0 and 1, where the usual one is not.
 */
record WilsonInterval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** Of {@code hits} among {@code population}, which is not empty. */
    static WilsonInterval of(double hits, long population) {
        var rate = hits / population;
        var square = Z * Z;
        var middle = rate + square / (2 * population);
        var spread =
                Z
                        * Math.sqrt(
                                rate * (1 - rate) / population
                                        + square / (4.0 * population * population));
        var whole = 1 + square / population;
        return new WilsonInterval(
                Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole));
    }
}
