package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Estimate;

/** The value-added of all schools of a model, those of one county or cluster marked. Nothing of it is for the public. */
record ValueAddedCharts(SummaryTables tables, Display display) {
    List<Chart> of(Subject subject) {
        if (tables.audience() == Audience.PUBLIC) {
            return List.of();
        }
        Predicate<Cells> meant = meant(subject);
        return Fit.of(tables.valueAdded()).stream()
                .filter(fit -> fit.inOrderOfValue().stream().anyMatch(meant))
                .map(fit -> chart(fit, meant, subject))
                .toList();
    }

    private Predicate<Cells> meant(Subject subject) {
        Set<String> schools = tables.clusterSchools().of(subject);
        return switch (subject.type()) {
            case "county" -> row -> row.has("county_code", subject.id());
            case "cluster" -> row -> schools.contains(row.text("school_code"));
            case "school" -> row -> row.has("school_code", subject.id());
            case "province" -> row -> tables.places().isWithin(row.text("county_code"), subject.id());
            default -> row -> false;
        };
    }

    private Chart chart(Fit fit, Predicate<Cells> meant, Subject subject) {
        Wording wording = display.wording();
        List<Cells> schools = fit.inOrderOfValue();
        boolean all = schools.stream().allMatch(meant);
        return new Caterpillar(
                wording.text("draw.valueadded", Map.of("fit", fit.name(wording))),
                new Caterpillar.Words(wording.unit(fit.schools().get(0).text("unit")), across(schools.size())),
                new Caterpillar.Bands(
                        wording.text("band.ABOVE"),
                        wording.text("band.AVERAGE"),
                        wording.text("band.BELOW"),
                        all ? "" : wording.text("draw.meant." + subject.type())),
                schools.stream()
                        .map(row -> new Caterpillar.One(estimate(row), meant.test(row)))
                        .toList());
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
