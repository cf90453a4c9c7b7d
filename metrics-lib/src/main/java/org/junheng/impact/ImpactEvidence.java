package org.junheng.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel and the effects behind a fit, for everything that is asked of it afterwards. */
public final class ImpactEvidence {
    private final ImpactQuestion question;
    private final SchoolPanel panel;
    private final List<GroupTime> effects;

    ImpactEvidence(ImpactQuestion question, SchoolPanel panel, List<GroupTime> effects) {
        this.question = question;
        this.panel = panel;
        this.effects = List.copyOf(effects);
    }

    ImpactQuestion question() {
        return question;
    }

    SchoolPanel panel() {
        return panel;
    }

    /** The years of the panel that have an outcome. */
    public int lastYear() {
        return panel.year(panel.years() - 1);
    }

    List<GroupTime> before() {
        return effects.stream()
                .filter(e -> e.isBefore() && e.effect().isPresent())
                .toList();
    }

    List<GroupTime> after() {
        return effects.stream()
                .filter(e -> e.isAfter() && e.effect().isPresent())
                .toList();
    }

    Optional<Effect> overall() {
        return new Averages(panel, effects).overall().effect();
    }

    /** Effects by years before joining, the earliest first. */
    List<Effect> eventsBefore() {
        return new Averages(panel, effects)
                .all().stream()
                        .filter(r -> r.aggregation() == Aggregation.EVENT && isBefore(r.eventTime()))
                        .flatMap(r -> r.effect().stream())
                        .toList();
    }

    /** How many steps from year to year lie, on average, between the last year before joining and an effect. */
    double stepsSinceBase() {
        double steps = 0;
        double schools = 0;
        for (GroupTime e : after()) {
            int place = 0;
            while (panel.year(place) != e.year()) {
                place++;
            }
            steps += (double) e.joined() * (place - panel.base(e.cohort()));
            schools += e.joined();
        }
        return steps / schools;
    }

    /** The 95 % point of the largest studentised signed sum of these effects. */
    double critical(List<Effect> some) {
        List<Effect> all = new ArrayList<>(some);
        SignSums sums = SignSums.of(all, question.seed());
        double[] largest = new double[SignDraws.DRAWS];
        for (int k = 0; k < all.size(); k++) {
            double scale = all.get(k).se() * panel.schools();
            for (int d = 0; d < largest.length && scale > 0; d++) {
                largest[d] = Math.max(largest[d], Math.abs(sums.scores(k)[d]) / scale);
            }
        }
        Arrays.sort(largest);
        return Math.max(org.junheng.stats.Normal.Z_975, largest[SignDraws.DRAWS - 50]);
    }

    /** Whether an event time is that of a year before joining that joining had no effect in. */
    boolean isBefore(@Nullable Integer eventTime) {
        return eventTime != null && eventTime < -question.timing().anticipation();
    }
}
