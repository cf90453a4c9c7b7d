package org.junheng.selection;

import java.util.Locale;
import org.junheng.metric.Words;

/** What is told with each flag. */
final class Flags {
    /** A school is flagged below this probability. */
    static final double CHANCE = 0.01;

    private Flags() {}

    /** How many of the schools looked at would be flagged by chance alone. */
    static Words byChance(long schools) {
        String expected = String.format(Locale.ROOT, "%.1f", schools * CHANCE);
        return new Words(
                "仅凭偶然至多约有" + expected + "所被提示", "chance alone would flag at most about " + expected + " of them");
    }
}
