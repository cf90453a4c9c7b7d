package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Schools that never joined, by how near they are to schools that did (外溢圈层): in the same township, in the same county, elsewhere. Where each
 * ring is compared with what lies outside it, spillovers show (Butts 2021, with administrative nearness for distance).
 *
 * @param township the same township against townships in which nobody joined
 * @param county townships in which nobody joined, of counties in which somebody did, against counties in which nobody did
 * @param clean the schools that joined against never-joiners of townships in which nobody joined
 */
public record Rings(ImpactFit township, ImpactFit county, ImpactFit clean) {

    /**
     * The three comparisons, by the estimator of a question.
     *
     * @param joined the year of every school that joined, also of those without an outcome
     * @param involved schools that take part in a cluster in another role: they are in no ring
     * @param places of schools; one that is not here, or has no township, is in no ring
     */
    public static Rings of(
            ImpactQuestion question,
            Map<String, Integer> joined,
            Set<String> involved,
            Map<String, SchoolPlace> places) {
        Map<String, Integer> townships = first(joined, places, SchoolPlace::townshipOfCounty);
        Map<String, Integer> counties = first(joined, places, SchoolPlace::county);
        List<JoiningSchool> near = new ArrayList<>();
        List<JoiningSchool> farther = new ArrayList<>();
        List<JoiningSchool> clean = new ArrayList<>();
        for (JoiningSchool school : question.schools()) {
            SchoolPlace place = places.get(school.code());
            if (joined.containsKey(school.code())) {
                clean.add(school);
            } else if (place != null && place.township() != null && !involved.contains(school.code())) {
                String township = place.townshipOfCounty();
                Integer nearest = townships.get(township);
                near.add(exposed(school, township, nearest));
                if (nearest == null) {
                    farther.add(exposed(school, place.county(), counties.get(place.county())));
                    clean.add(school);
                }
            }
        }
        return new Rings(fit(question, near), fit(question, farther), fit(question, clean));
    }

    /** The year in which somebody joined first, by place. */
    private static Map<String, Integer> first(
            Map<String, Integer> joined, Map<String, SchoolPlace> places, Function<SchoolPlace, String> of) {
        Map<String, Integer> first = new TreeMap<>();
        joined.forEach((school, year) -> {
            SchoolPlace place = places.get(school);
            if (place != null) {
                first.merge(of.apply(place), year, Math::min);
            }
        });
        return first;
    }

    /** Schools of one place are exposed together, and may err together. */
    private static JoiningSchool exposed(JoiningSchool school, String place, @Nullable Integer year) {
        return new JoiningSchool(school.code(), place, year, school.outcomes());
    }

    private static ImpactFit fit(ImpactQuestion question, List<JoiningSchool> schools) {
        return new JoiningEffect().fit(question.of(schools));
    }
}
