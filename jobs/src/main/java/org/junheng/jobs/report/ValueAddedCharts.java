package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.Ordered;

/** The value-added of all schools of a model, those of one area or cluster marked. Nothing of it is for the public. */
record ValueAddedCharts(SummaryTables tables, Display display, List<Placed> fits) {
    /** A fit, its estimates from low to high, and the places among them of each school and area; found once, for there are many pages. */
    private record Placed(Fit fit, String unit, Ordered ordered, SortedMap<Subject, List<Integer>> places) {
        static Placed of(Fit fit, Places areas) {
            List<Cells> schools = fit.inOrderOfValue();
            SortedMap<Subject, List<Integer>> places = new TreeMap<>();
            for (int i = 0; i < schools.size(); i++) {
                int place = i;
                subjects(schools.get(i), areas)
                        .forEach(subject -> places.computeIfAbsent(subject, s -> new ArrayList<>())
                                .add(place));
            }
            return new Placed(
                    fit,
                    fit.schools().get(0).text("unit"),
                    Ordered.of(schools.stream().map(ValueAddedCharts::estimate).toList()),
                    places);
        }

        private static Stream<Subject> subjects(Cells school, Places areas) {
            Subject county = new Subject("county", school.text("county_code"));
            Stream<Subject> own = Stream.of(new Subject("school", school.text("school_code")), county);
            Places.Place place = areas.of("county").get(county.id());
            return place == null
                    ? own
                    : Stream.concat(
                            own,
                            Stream.of(
                                    new Subject("prefecture", place.prefecture()),
                                    new Subject("province", place.province())));
        }

        List<Integer> of(Subject subject) {
            return places.getOrDefault(subject, List.of());
        }
    }

    static ValueAddedCharts of(SummaryTables tables, Display display) {
        return new ValueAddedCharts(
                tables,
                display,
                tables.audience() == Audience.PUBLIC
                        ? List.of()
                        : Fit.of(tables.valueAdded()).stream()
                                .map(fit -> Placed.of(fit, tables.places()))
                                .toList());
    }

    List<Chart> of(Subject subject) {
        List<Chart> charts = new ArrayList<>();
        for (Placed fit : fits) {
            List<Integer> meant = meant(fit, subject);
            if (!meant.isEmpty()) {
                charts.add(chart(fit, meant, subject));
            }
        }
        return charts;
    }

    /** The places of the schools of a subject, upwards. */
    private List<Integer> meant(Placed fit, Subject subject) {
        return !subject.type().equals("cluster")
                ? fit.of(subject)
                : tables.clusterSchools().of(subject).stream()
                        .flatMap(code -> fit.of(new Subject("school", code)).stream())
                        .sorted()
                        .toList();
    }

    private Chart chart(Placed fit, List<Integer> meant, Subject subject) {
        Wording wording = display.wording();
        int all = fit.ordered().estimates().size();
        return new Caterpillar(
                wording.text("draw.valueadded", Map.of("fit", fit.fit().name(wording))),
                new Caterpillar.Words(wording.unit(fit.unit()), across(all)),
                new Caterpillar.Bands(
                        wording.text("band.ABOVE"),
                        wording.text("band.AVERAGE"),
                        wording.text("band.BELOW"),
                        wording.text("draw.meant." + subject.type())),
                fit.ordered(),
                meant.size() == all ? List.of() : meant);
    }

    private String across(int schools) {
        Wording wording = display.wording();
        int every = Caterpillar.every(schools);
        String all = wording.text("draw.from-low-to-high", Map.of("n", Integer.toString(schools)));
        return every == 1 ? all : all + wording.text("draw.thin", Map.of("every", Integer.toString(every)));
    }

    private static Estimate estimate(Cells row) {
        Double value = row.number("value");
        return new Estimate(value == null ? 0 : value, row.number("ci_low"), row.number("ci_high"));
    }
}
