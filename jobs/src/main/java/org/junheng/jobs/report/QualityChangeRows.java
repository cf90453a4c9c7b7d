package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.PublishedTable.Line;

/** The schools that became quality schools, or ceased to be, between the baseline and the last year of which that is told. Nothing of it is for the public. */
final class QualityChangeRows {
    private static final String METRIC = "stock.quality_change";
    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::hasLeft).thenComparing(Change::county).thenComparing(Change::school);

    private final Places places;
    private final Audience audience;
    private final SortedMap<String, List<Change>> bySchool = new TreeMap<>();
    private final SortedMap<String, List<Change>> byCounty = new TreeMap<>();
    private int year;

    QualityChangeRows(Places places, Audience audience) {
        this.places = places;
        this.audience = audience;
    }

    /**
     * A school.
     *
     * @param series names definition and line by its facet, {@code official-list:GRADUATED}
     */
    record Change(String school, String county, int year, Series series, Figure figure) {
        private boolean hasLeft() {
            Double value = figure.value();
            return value != null && value < 0;
        }

        boolean isTold() {
            return figure.value() != null;
        }
    }

    void measure(Line line) {
        Double told = line.number("year");
        if (audience != Audience.PUBLIC && told != null && line.has("metric_id", METRIC)) {
            String school = line.text("subject_id");
            String county = places.county("school", school);
            Change change = new Change(school, county, told.intValue(), Series.of(line), Figure.of(line));
            bySchool.computeIfAbsent(school, s -> new ArrayList<>()).add(change);
            byCounty.computeIfAbsent(county, c -> new ArrayList<>()).add(change);
            year = Math.max(year, change.year());
        }
    }

    /** Those of the last year in some counties: who came first, then who left. */
    List<Change> ofCounties(Predicate<String> isMeant) {
        return last(byCounty.entrySet().stream()
                .filter(county -> isMeant.test(county.getKey()))
                .flatMap(county -> county.getValue().stream()));
    }

    /** Those of the last year among some schools. */
    List<Change> ofSchools(Collection<String> schools) {
        return last(schools.stream().flatMap(school -> bySchool.getOrDefault(school, List.of()).stream()));
    }

    private List<Change> last(Stream<Change> changes) {
        return changes.filter(change -> change.year() == year).sorted(ORDER).toList();
    }
}
