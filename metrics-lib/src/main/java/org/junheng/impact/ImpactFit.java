package org.junheng.impact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Status;

/**
 * What joining did to one outcome.
 *
 * @param estimates group-time effects and their averages, the overall average last
 * @param refusal why there is no effect at all; {@link Words#NONE} when there is one
 * @param evidence what the estimates rest on
 */
public record ImpactFit(List<ImpactEstimate> estimates, Words refusal, ImpactEvidence evidence) {
    private static final double LEVEL = 0.95;

    public ImpactFit {
        estimates = List.copyOf(estimates);
    }

    /** The average over everything since joining. */
    public ImpactEstimate overall() {
        return estimates.get(estimates.size() - 1);
    }

    /** The overall average as an outcome, counted by the schools that joined. */
    public Outcome outcome() {
        return outcome(overall());
    }

    /** The effect that the same design finds in the last year before joining, where it must find none. */
    Optional<ImpactEstimate> yearBefore() {
        return estimates.stream()
                .filter(e -> e.aggregation() == Aggregation.EVENT && evidence.isBefore(e.eventTime()))
                .reduce((earlier, later) -> later);
    }

    static Outcome outcome(ImpactEstimate e) {
        Counts counts = Counts.ofSchools(e.treated());
        if (e.estimate() == null) {
            return new Absent(e.reason(), counts);
        }
        ImpactEstimate.Span span = e.interval();
        Value value = Value.of(Objects.requireNonNull(e.estimate()), counts);
        Value within = span == null ? value : value.within(new Interval(e.se(), span.low(), span.high(), LEVEL));
        return e.status() == Status.OK ? within : within.withCaution(e.reason());
    }
}
