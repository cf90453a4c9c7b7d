package org.junheng.metric;

import java.io.Serializable;

/** A sentence in Chinese and in English. Published tables carry both, so that a result does not depend on a language setting. */
public record Words(String zh, String en) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final Words NONE = new Words("", "");

    private static final String BETWEEN = " | ";

    /** Both languages in one cell: {@code zh | en}; empty for no words. */
    public String both() {
        return zh.isEmpty() && en.isEmpty() ? "" : zh + BETWEEN + en;
    }

    /** Both sentences; either alone where the other is {@link #NONE}. */
    public Words and(Words other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        return new Words(zh + "；" + other.zh, en + "; " + other.en);
    }

    /** Reads what {@link #both} wrote. */
    public static Words parse(String both) {
        int at = both.indexOf(BETWEEN);
        return at < 0 ? new Words(both, both) : new Words(both.substring(0, at), both.substring(at + BETWEEN.length()));
    }
}
