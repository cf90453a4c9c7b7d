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
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * One row of a rule book: what is demanded of one figure of one kind of subject, from a day until the day before another.
 *
 * @param standard null when the text demands something but no number is known: then nothing is judged
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
        BigDecimal exact = BigDecimal.valueOf(value.value());
        boolean holds = operator.holds(exact, standard);
        boolean rounded = operator.holds(exact.setScale(PRINTED_DIGITS, RoundingMode.HALF_UP), standard);
        return new Finding(
                holds ? Verdict.PASS : Verdict.FAIL, Optional.of(value.value()), !holds && rounded, value.caution());
    }

    /** Whether a value reaches the floor below the standard. */
    public boolean reachesFloor(double value) {
        return standard != null && floor != null && BigDecimal.valueOf(value).compareTo(standard.multiply(floor)) >= 0;
    }

    /** What a rule finds. */
    public record Finding(Verdict verdict, Optional<Double> value, boolean passesOnlyRounded, Words reason) {}
}
