package org.junheng.rules;

import java.math.BigDecimal;
import java.util.Optional;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.BinomialTail;

/**
 * The three-way verdict on a share of answers (三分判定): exact one-sided binomial tests at 5 % each way.
 *
 * <p>The share is above the standard when so many satisfied answers or more would come with at most 5 % probability from a population exactly
 * at the standard, and below it when so few would; in between the answers cannot tell. 300 answers against 0.90: above from 279, below to 260.
 *
 * <p>{@code nNeeded} is the smallest number of answers at which the observed share, counted in whole answers and towards the standard, would
 * decide; empty when it equals the standard, or when ten million answers would not do.
 *
 * <p>Source: contract 5.7; Clopper and Pearson 1934.
 */
public final class ShareVerdict {
    private static final double LEVEL = 0.05;
    private static final long MOST_ANSWERS = 10_000_000;

    private final long answers;
    private final long satisfied;
    private final double standard;

    private ShareVerdict(long answers, long satisfied, double standard) {
        this.answers = answers;
        this.satisfied = satisfied;
        this.standard = standard;
    }

    /** Whether a figure is a share of counted answers. */
    static boolean isCounted(Value value) {
        return value.numerator() != null && value.denominator() != null && value.denominator() > 0;
    }

    /**
     * The verdict of a rule with a known standard on a share that {@linkplain #isCounted is counted}.
     *
     * @throws IllegalArgumentException when it is not
     */
    static Rule.Finding of(Operator operator, BigDecimal standard, Value share) {
        Double numerator = share.numerator();
        Double denominator = share.denominator();
        if (numerator == null || denominator == null) {
            throw new IllegalArgumentException("a share without its counts");
        }
        ShareVerdict test = new ShareVerdict(Math.round(denominator), Math.round(numerator), standard.doubleValue());
        boolean wantsMore = operator == Operator.AT_LEAST || operator == Operator.ABOVE;
        boolean wantsLess = operator == Operator.AT_MOST || operator == Operator.BELOW;
        if ((test.isAbove() && wantsMore) || (test.isBelow() && wantsLess)) {
            return new Rule.Finding(Verdict.PASS, Optional.of(share.value()), false, share.caution());
        } else if (test.isAbove() || test.isBelow()) {
            return new Rule.Finding(Verdict.FAIL, Optional.of(share.value()), false, share.caution());
        }
        return new Rule.Finding(
                Verdict.NOT_DECIDABLE, Optional.of(share.value()), false, test.cannotTell(standard), test.needed());
    }

    private boolean isAbove() {
        return BinomialTail.atLeast(satisfied, answers, standard) <= LEVEL;
    }

    private boolean isBelow() {
        return BinomialTail.atMost(satisfied, answers, standard) <= LEVEL;
    }

    private Words cannotTell(BigDecimal against) {
        String limit = against.toPlainString();
        return new Words(
                answers + "份答卷不足以在5%水平上判定高于或低于" + limit,
                answers + " answers cannot tell at 5 % whether the share is above or below " + limit);
    }

    /** The tail falls steadily in the number of answers where successes need not be whole; from there on whole ones are tried. */
    private Optional<Long> needed() {
        double share = (double) satisfied / answers;
        if (share == standard || standard <= 0 || standard >= 1) {
            return Optional.empty();
        }
        long low = answers;
        long high = answers;
        while (tail(share * high, high) > LEVEL) {
            low = high;
            high *= 2;
            if (low > MOST_ANSWERS) {
                return Optional.empty();
            }
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            boolean decides = tail(share * middle, middle) <= LEVEL;
            high = decides ? middle : high;
            low = decides ? low : middle;
        }
        long n = high;
        while (tail(whole(n), n) > LEVEL) {
            n++;
        }
        return Optional.of(n);
    }

    private long whole(long n) {
        return satisfied > standard * answers
                ? Math.floorDiv(satisfied * n, answers)
                : -Math.floorDiv(-satisfied * n, answers);
    }

    private double tail(double successes, long n) {
        return satisfied > standard * answers
                ? BinomialTail.atLeast(successes, n, standard)
                : BinomialTail.atMost(successes, n, standard);
    }
}
