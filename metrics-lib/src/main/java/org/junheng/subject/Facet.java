package org.junheng.subject;

/** The side of school life that a number is about, as it is spelt in published tables. */
public final class Facet {
    public static final String SCORE = "score:";
    public static final String PASS = "pass:";
    public static final String INDICATOR = "indicator:";
    public static final String SURVEY = "survey:";

    private Facet() {}

    public static String score(String subject) {
        return SCORE + subject;
    }

    public static String pass(String subject) {
        return PASS + subject;
    }

    public static String indicator(String id) {
        return INDICATOR + id;
    }
}
