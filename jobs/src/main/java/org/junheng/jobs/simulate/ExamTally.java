package org.junheng.jobs.simulate;

import java.math.BigInteger;

/**
 * What the schools report of one exam of the cohort, counted from the very scores that are delivered. First every score is ranked, then counted:
 * the lowest 30 % of the province are known only when all scores are.
 */
final class ExamTally {
    private static final int TOP = 30_000;

    private final int fullMark;
    private final long[] frequency = new long[TOP + 1];
    private final long[] tested;
    private final long[] sum;
    private final long[] squares;
    private final long[] low;
    private final long[] passed;
    private final long[] excellent;
    private long limit = -1;

    ExamTally(int schools, int grade) {
        this.fullMark = fullMark(grade);
        this.tested = new long[schools];
        this.sum = new long[schools];
        this.squares = new long[schools];
        this.low = new long[schools];
        this.passed = new long[schools];
        this.excellent = new long[schools];
    }

    static int fullMark(int grade) {
        return grade == 6 ? 120 : 150;
    }

    void rank(Mark mark) {
        if (mark.sat()) {
            frequency[(int) Math.min(TOP, Math.max(0, mark.hundredths()))]++;
        }
    }

    /** The score in hundredths at or below which the lowest 30 % of all pupils lie. */
    long limit() {
        if (limit < 0) {
            long all = 0;
            for (long each : frequency) {
                all += each;
            }
            long below = 0;
            int at = -1;
            while (at < TOP && 10 * below < 3 * all) {
                below += frequency[++at];
            }
            limit = Math.max(0, at);
        }
        return limit;
    }

    void count(int school, Mark mark) {
        if (mark.sat()) {
            long score = mark.hundredths();
            tested[school]++;
            sum[school] += score;
            squares[school] += score * score;
            low[school] += score <= limit() ? 1 : 0;
            passed[school] += score >= 60L * fullMark ? 1 : 0;
            excellent[school] += score >= 85L * fullMark ? 1 : 0;
        }
    }

    long tested(int school) {
        return tested[school];
    }

    double mean(int school) {
        return sum[school] / (100.0 * tested[school]);
    }

    /** Sample standard deviation; NaN for a single pupil. */
    double sd(int school) {
        BigInteger n = BigInteger.valueOf(tested[school]);
        BigInteger total = BigInteger.valueOf(sum[school]);
        BigInteger centred = n.multiply(BigInteger.valueOf(squares[school])).subtract(total.multiply(total));
        double pairs = (double) tested[school] * (tested[school] - 1);
        return pairs == 0 ? Double.NaN : StrictMath.sqrt(centred.doubleValue() / pairs) / 100;
    }

    double lowShare(int school) {
        return low[school] / (double) tested[school];
    }

    double passShare(int school) {
        return passed[school] / (double) tested[school];
    }

    double excellentShare(int school) {
        return excellent[school] / (double) tested[school];
    }
}
