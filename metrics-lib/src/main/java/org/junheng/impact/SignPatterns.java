package org.junheng.impact;

import java.util.List;

/**
 * The signs of a few clusters, {@value #SIX} by {@value #SIX}: what six of them do in a draw is one of 64 patterns, bit by bit 1 for a minus.
 */
final class SignPatterns {
    /** Clusters of one pattern. */
    static final int SIX = 6;
    /** Patterns of one six. */
    static final int ALL = 1 << SIX;

    private static final int WORDS = (SignDraws.DRAWS + Long.SIZE - 1) / Long.SIZE;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long DIAGONAL = 0x8040_2010_0804_0201L;
    private static final long ALL_BUT_THE_HIGHEST = 0x7F7F_7F7F_7F7F_7F7FL;

    private final SignDraws draws;
    private final int[] places;
    private int sixes;

    /** @param most sixes that there may be at once */
    SignPatterns(SignDraws draws, int most) {
        this.draws = draws;
        this.places = new int[WORDS * Long.SIZE * most];
    }

    /** Takes the signs of other clusters. */
    void fill(List<String> clusters) {
        sixes = (clusters.size() + SIX - 1) / SIX;
        for (int six = 0; six < sixes; six++) {
            List<String> some = clusters.subList(SIX * six, Math.min(clusters.size(), SIX * six + SIX));
            long[] units = some.stream().mapToLong(SignDraws::unit).toArray();
            for (int word = 0; word < WORDS; word++) {
                fill(units, six, word);
            }
        }
    }

    int sixes() {
        return sixes;
    }

    /** The pattern of a six in a draw, counted through all patterns of all sixes: at {@code draw * sixes + six}. */
    int[] places() {
        return places;
    }

    private void fill(long[] units, int six, int word) {
        long[] bits = new long[units.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = draws.bits(units[i], word);
        }
        for (int eight = 0; eight < Long.SIZE; eight += Byte.SIZE) {
            long patterns = 0;
            for (int i = 0; i < bits.length; i++) {
                patterns |= spread((bits[i] >>> eight) & 0xFF) << i;
            }
            int draw = word * Long.SIZE + eight;
            for (int d = 0; d < Byte.SIZE; d++) {
                places[(draw + d) * sixes + six] = six * ALL + (int) ((patterns >>> (Byte.SIZE * d)) & 0xFF);
            }
        }
    }

    /** The eight bits of a byte as eight bytes, 0 or 1. */
    private static long spread(long bits) {
        return ((((bits * ONES) & DIAGONAL) + ALL_BUT_THE_HIGHEST) >>> (Byte.SIZE - 1)) & ONES;
    }
}
