package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.FalseDiscovery;

/**
 * What joining did to the schools of one county, against schools of the same county.
 *
 * @param discovery the Benjamini-Hochberg q-value among the counties of the outcome
 */
public record CountyEffect(String county, ImpactFit fit, Outcome discovery) {

    /** The question put to every county in which a school joined; a school without a county is in none. */
    public static List<CountyEffect> of(ImpactQuestion question, java.util.Map<String, SchoolPlace> places) {
        SortedMap<String, List<JoiningSchool>> counties = new TreeMap<>();
        for (JoiningSchool school : question.schools()) {
            SchoolPlace place = places.get(school.code());
            if (place != null) {
                counties.computeIfAbsent(place.county(), c -> new ArrayList<>()).add(school);
            }
        }
        counties.values().removeIf(schools -> schools.stream().allMatch(s -> s.joined() == null));
        List<ImpactFit> fits = new ArrayList<>();
        counties.values().forEach(schools -> fits.add(new JoiningEffect().fit(question.of(schools))));
        List<@Nullable Double> p = new ArrayList<>();
        fits.forEach(fit -> p.add(fit.overall().pValue()));
        List<@Nullable Double> q = FalseDiscovery.qValues(p);
        List<CountyEffect> effects = new ArrayList<>();
        for (String county : counties.keySet()) {
            int at = effects.size();
            effects.add(new CountyEffect(county, fits.get(at), discovery(fits.get(at), q.get(at))));
        }
        return effects;
    }

    private static Outcome discovery(ImpactFit fit, @Nullable Double q) {
        Outcome effect = fit.outcome();
        return q == null ? new Absent(fit.overall().reason(), effect.counts()) : Value.of(q, effect.counts());
    }
}
