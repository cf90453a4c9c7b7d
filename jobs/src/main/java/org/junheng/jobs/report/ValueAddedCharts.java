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

    private Chart chart(Placed fit, List<Integer> of, Subject subject) {
        Wording wording = display.wording();
        Ordered ordered = fit.ordered();
        List<Integer> meant = of.size() == ordered.estimates().size() ? List.of() : of;
        List<Caterpillar.One> drawn = Caterpillar.drawn(ordered, meant);
        String own = wording.text("draw.meant." + subject.type());
        return new Caterpillar(
                wording.text("draw.valueadded", Map.of("fit", fit.fit().name(wording))),
                new Caterpillar.Words(
                        wording.unit(fit.unit()),
                        some(
                                wording.text(
                                        "draw.from-low-to-high",
                                        number("n", ordered.estimates().size())),
                                drawn.size(),
                                ordered.estimates().size()),
                        some(
                                own,
                                drawn.stream().filter(Caterpillar.One::isMeant).count(),
                                meant.size())),
                new Caterpillar.Bands(
                        wording.text("band.ABOVE"), wording.text("band.AVERAGE"), wording.text("band.BELOW"), own),
                ordered,
                meant);
    }

    /** What is drawn, and how many of how many where these are not all. */
    private String some(String words, long drawn, int all) {
        return drawn == all
                ? words
                : words
                        + display.wording()
                                .text("draw.some", Map.of("drawn", Long.toString(drawn), "all", Integer.toString(all)));
    }

    private static Map<String, String> number(String hole, int number) {
        return Map.of(hole, Integer.toString(number));
    }

    private static Estimate estimate(Cells row) {
        Double value = row.number("value");
        return new Estimate(value == null ? 0 : value, row.number("ci_low"), row.number("ci_high"));
    }
}
