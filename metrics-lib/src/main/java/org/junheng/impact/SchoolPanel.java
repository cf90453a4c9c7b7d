package org.junheng.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The schools of a question in the order of their codes, in columns. Years in which nobody has an outcome are no years of the panel. Schools
 * that had joined by the first year (or may have been under its effect, {@link Timing}) have no before and are left out; schools that join after the last year never join.
 */
final class SchoolPanel {
    static final int NEVER = Integer.MAX_VALUE;

    private final List<String> codes;
    private final Timing timing;
    private final int[] years;
    private final int[] cohorts;
    private final int[] clusters;
    private final List<String> clusterNames;
    private final double[][] outcomes;
    private final SortedMap<Integer, double[][]> covariates;

    private SchoolPanel(ImpactQuestion question, List<Integer> places, List<JoiningSchool> schools) {
        this.codes = schools.stream().map(JoiningSchool::code).toList();
        this.timing = question.timing();
        this.years = places.stream().mapToInt(question.years()::get).toArray();
        this.cohorts = schools.stream()
                .mapToInt(s -> cohort(s, years[years.length - 1]))
                .toArray();
        this.clusterNames = schools.stream()
                .map(JoiningSchool::errorCluster)
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> index = new HashMap<>(); // only asked, never gone through
        clusterNames.forEach(name -> index.put(name, index.size()));
        this.clusters =
                schools.stream().mapToInt(s -> index.get(s.errorCluster())).toArray();
        this.outcomes = new double[years.length][schools.size()];
        for (int t = 0; t < years.length; t++) {
            for (int i = 0; i < schools.size(); i++) {
                Double outcome = schools.get(i).outcomes().get(places.get(t));
                outcomes[t][i] = outcome == null ? Double.NaN : outcome;
            }
        }
        this.covariates = TraitColumns.of(question.traits(), codes, bases());
    }

    static SchoolPanel of(ImpactQuestion question) {
        List<Integer> places = new ArrayList<>();
        for (int t = 0; t < question.years().size(); t++) {
            int at = t;
            if (question.schools().stream().anyMatch(s -> s.outcomes().get(at) != null)) {
                places.add(t);
            }
        }
        if (places.isEmpty()) {
            places.add(0);
        }
        int first = question.years().get(places.get(0));
        List<JoiningSchool> schools = question.schools().stream()
                .filter(s -> s.joined() == null || question.timing().isBefore(s.joined(), first))
                .filter(s -> outcomes(s, places) >= (question.pairing() == Pairing.PAIRWISE ? 1 : places.size()))
                .sorted(Comparator.comparing(JoiningSchool::code))
                .toList();
        SchoolPanel panel = new SchoolPanel(question, places, schools);
        BitSet complete = panel.withCovariates();
        return question.pairing() == Pairing.PAIRWISE || complete.cardinality() == schools.size()
                ? panel
                : new SchoolPanel(
                        question,
                        places,
                        complete.stream().mapToObj(schools::get).toList());
    }

    Timing timing() {
        return timing;
    }

    int schools() {
        return cohorts.length;
    }

    String code(int school) {
        return codes.get(school);
    }

    int years() {
        return years.length;
    }

    int year(int place) {
        return years[place];
    }

    int cohort(int school) {
        return cohorts[school];
    }

    int cluster(int school) {
        return clusters[school];
    }

    List<String> clusterNames() {
        return clusterNames;
    }

    double outcome(int place, int school) {
        return outcomes[place][school];
    }

    /** Covariates of all schools in the last year before a cohort joined, column by column. */
    double[][] covariates(int cohort) {
        return covariates.getOrDefault(years[base(cohort)], new double[0][]);
    }

    /** The years in which schools joined, ascending. */
    SortedSet<Integer> cohorts() {
        SortedSet<Integer> joined = new TreeSet<>();
        for (int cohort : cohorts) {
            if (cohort != NEVER) {
                joined.add(cohort);
            }
        }
        return joined;
    }

    /** Place of the last year before a cohort joined and before that had an effect. */
    int base(int cohort) {
        int place = 0;
        while (place + 1 < years.length && timing.isBefore(cohort, years[place + 1])) {
            place++;
        }
        return place;
    }

    private SortedSet<Integer> bases() {
        SortedSet<Integer> bases = new TreeSet<>();
        cohorts().forEach(cohort -> bases.add(years[base(cohort)]));
        return bases;
    }

    private BitSet withCovariates() {
        BitSet complete = new BitSet();
        complete.set(0, schools());
        for (double[][] columns : covariates.values()) {
            for (double[] column : columns) {
                for (int i = 0; i < column.length; i++) {
                    if (Double.isNaN(column[i])) {
                        complete.clear(i);
                    }
                }
            }
        }
        return complete;
    }

    private static int outcomes(JoiningSchool school, List<Integer> places) {
        int outcomes = 0;
        for (int place : places) {
            outcomes += school.outcomes().get(place) == null ? 0 : 1;
        }
        return outcomes;
    }

    private static int cohort(JoiningSchool school, int lastYear) {
        @Nullable Integer joined = school.joined();
        return joined == null || joined > lastYear ? NEVER : joined;
    }
}
