package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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
    private final List<Change> changes = new ArrayList<>();

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
        Double year = line.number("year");
        if (audience != Audience.PUBLIC && year != null && line.has("metric_id", METRIC)) {
            String school = line.text("subject_id");
            changes.add(new Change(
                    school, places.county("school", school), year.intValue(), Series.of(line), Figure.of(line)));
        }
    }

    int year() {
        return changes.stream().mapToInt(Change::year).max().orElse(0);
    }

    /** Those of the last year whose school is meant: who came first, then who left. */
    List<Change> of(Predicate<Change> isMeant) {
        int last = year();
        return changes.stream()
                .filter(change -> change.year() == last)
                .filter(isMeant)
                .sorted(ORDER)
                .toList();
    }
}
