package org.junheng.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * One row of a rule book: what is demanded of one figure of one kind of subject, from a day until the day before another.
 *
 * @param facet the facet that is judged; {@code *} stands for one or more characters other than {@code :} and {@code |}
 * @param standard null when the text demands something but no number is known: then nothing is judged
 * @param upTo the second number of a range, else null
 * @param floor share of the standard that a figure must reach where the rule allows exceptions (0.85)
 * @param basis official, secondary or proposal: what the rule rests on
 */
public record Rule(
        String policy,
        String id,
        String metric,
        SubjectType scope,
        @Nullable Stage stage,
        String facet,
        Operator operator,
        @Nullable BigDecimal standard,
        @Nullable BigDecimal upTo,
        @Nullable BigDecimal floor,
        String unit,
        LocalDate from,
        @Nullable LocalDate to,
        String severity,
        String basis,
        String document,
        String clause)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PRINTED_DIGITS = 2;
    private static final Words UNKNOWN_STANDARD =
            new Words("标准未知,不作判定", "the standard is not known: nothing is judged");

    public Rule {
        if ((operator == Operator.WITHIN) != (upTo != null) && standard != null) {
            throw new IllegalArgumentException("a range \"3..6\" and the operator in belong together");
        }
    }

    /** The standard as it is printed: {@code 4.2}, {@code 3..6}; empty when it is not known. */
    public String standardText() {
        String low = standard == null ? "" : standard.toPlainString();
        return upTo == null ? low : low + ".." + upTo.toPlainString();
    }

    /** Whether the rule judges figures of this facet. */
    public boolean speaksOf(String other) {
        int star = facet.indexOf('*');
        if (star < 0) {
            return facet.equals(other);
        }
        String head = facet.substring(0, star);
        String tail = facet.substring(star + 1);
        if (other.length() <= head.length() + tail.length() || !other.startsWith(head) || !other.endsWith(tail)) {
            return false;
        }
        String between = other.substring(head.length(), other.length() - tail.length());
        return between.indexOf(':') < 0 && between.indexOf('|') < 0;
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether another rule of the same id speaks of the same figure at the same time. */
    boolean isReplacedBy(Rule other) {
        return id.equals(other.id)
                && metric.equals(other.metric)
                && scope == other.scope
                && stage == other.stage
                && facet.equals(other.facet)
                && (to == null || other.from.isBefore(to))
                && (other.to == null || from.isBefore(other.to));
    }

    /** The verdict on an outcome: values are compared as decimals, unrounded. */
    public Finding judge(Outcome outcome) {
        if (standard == null) {
            return new Finding(Verdict.NOT_ASSESSED, Optional.empty(), false, UNKNOWN_STANDARD);
        }
        if (outcome instanceof Absent absent) {
            return new Finding(Verdict.NOT_ASSESSED, Optional.empty(), false, absent.reason());
        }
        Value value = (Value) outcome;
        BigDecimal exact = Decimals.of(value.value());
        boolean holds = holds(exact, standard);
        boolean rounded = holds(exact.setScale(PRINTED_DIGITS, RoundingMode.HALF_UP), standard);
        return new Finding(
                holds ? Verdict.PASS : Verdict.FAIL, Optional.of(value.value()), !holds && rounded, value.caution());
    }

    /** The verdict on a share of answers, from which the population can be told only so far. */
    public Finding judgeSample(Outcome outcome) {
        return standard != null && outcome instanceof Value share && ShareVerdict.isCounted(share)
                ? ShareVerdict.of(operator, standard, share)
                : judge(outcome);
    }

    private boolean holds(BigDecimal value, BigDecimal limit) {
        return operator.holds(value, limit) && (upTo == null || value.compareTo(upTo) <= 0);
    }

    /** Whether a value reaches the floor below the standard. */
    public boolean reachesFloor(double value) {
        return standard != null && floor != null && Decimals.of(value).compareTo(standard.multiply(floor)) >= 0;
    }

    /**
     * What a rule finds.
     *
     * @param needed how many answers would decide where these could not
     */
    public record Finding(
            Verdict verdict, Optional<Double> value, boolean passesOnlyRounded, Words reason, Optional<Long> needed) {
        public Finding(Verdict verdict, Optional<Double> value, boolean passesOnlyRounded, Words reason) {
            this(verdict, value, passesOnlyRounded, reason, Optional.empty());
        }

        /** The same finding as another verdict, and why. */
        public Finding as(Verdict other, Words why) {
            return new Finding(other, value, false, why);
        }
    }
}
