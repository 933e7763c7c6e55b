package io.latchkey.bench.report;

/**
 * What tells a series from the others: a colour, and for those who see no colours a marker and dashes. The colours are those
 * of Okabe and Ito ("Color Universal Design", 2008), apart for every kind of colour blindness; the darker ones come first.
 */
enum Look {
    BLUE("#0072b2", "none", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
    VERMILLION("#d55e00", "7 3", "M-4 -4h8v8h-8z"),
    GREEN("#009e73", "2 3", "M0 -5l5 9h-10z"),
    PURPLE("#cc79a7", "9 3 2 3", "M0 -5l5 5l-5 5l-5 -5z"),
    BLACK("#000000", "12 4", "M0 5l5 -9h-10z"),
    SKY("#56b4e9", "4 2", "M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z"),
    ORANGE("#e69f00", "1 2", "M-5 -3h10v6h-10z");

    /** No marker reaches farther from its point, its edge included. */
    static final double REACH = 6;

    private final String colour;
    private final String dashes;
    private final String shape;

    Look(String colour, String dashes, String shape) {
        this.colour = colour;
        this.dashes = dashes;
        this.shape = shape;
    }

    static Look of(int series) {
        return values()[series];
    }

    /** @throws IllegalArgumentException where there are none or more than can be told apart */
    static void check(int series) {
        if (series < 1 || series > values().length) {
            throw new IllegalArgumentException("a chart has 1 to " + values().length + " series, not " + series);
        }
    }

    String colour() {
        return colour;
    }

    String dashes() {
        return dashes;
    }

    String shape() {
        return shape;
    }
}
