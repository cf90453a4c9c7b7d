package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.report.Sentence.Part;

/** What the summary says of the satisfaction of pupils and of parents. */
record SatisfactionWords(SummaryTables tables, Wording wording) {
    private static final List<String> GROUPS = List.of("survey:PUPIL", "survey:PARENT");

    List<Sentence> sentences() {
        int year = Headline.last(tables.satisfaction());
        List<Sentence> said = new ArrayList<>();
        for (String group : GROUPS) {
            List<Cells> rows = Cells.of(tables.satisfaction())
                    .filter(row -> row.year() == year && row.has("facet", group) && row.number("rate") != null)
                    .toList();
            List<Cells> provinces = rows.stream()
                    .filter(row -> row.has("subject_type", "province") && row.number("ci_low") != null)
                    .toList();
            if (provinces.size() == 1) {
                said.add(province(year, group, provinces.get(0)));
            } else if (!rows.isEmpty()) {
                said.add(counties(year, group, rows));
            }
        }
        return said;
    }

    private Sentence province(int year, String group, Cells row) {
        return say(
                "satisfaction",
                Map.of(
                        "year", Part.words(Integer.toString(year)),
                        "group", Part.words(name(group)),
                        "rate", share(row, "rate", year, group, "value"),
                        "low", share(row, "ci_low", year, group, "ci_low"),
                        "high", share(row, "ci_high", year, group, "ci_high"),
                        "n", Part.figure(row.count("n_responses"), source(year, group, "n_responses", row))));
    }

    private Sentence counties(int year, String group, List<Cells> rows) {
        long counties =
                rows.stream().filter(row -> row.has("subject_type", "county")).count();
        Part n = Part.figure(
                counties,
                Source.count(
                        "measures",
                        "metric_id=satisfaction.rate",
                        "subject_type=county",
                        "year=" + year,
                        "facet=" + group,
                        "value!="));
        return say(
                "satisfaction.counties",
                Map.of("year", Part.words(Integer.toString(year)), "group", Part.words(name(group)), "n", n));
    }

    private Part share(Cells row, String column, int year, String group, String published) {
        Double value = row.number(column);
        return new Part(value == null ? "" : Numbers.percent(value), source(year, group, published, row));
    }

    private static String source(int year, String group, String column, Cells row) {
        return Source.cell(
                "measures." + column,
                "metric_id=satisfaction.rate",
                "subject_type=province",
                "subject_id=" + row.text("subject_id"),
                "year=" + year,
                "facet=" + group);
    }

    private String name(String group) {
        return Facet.of(group, "").name(wording);
    }

    private Sentence say(String key, Map<String, Part> filling) {
        return Sentence.of(wording, key, "satisfaction", new TreeMap<>(filling));
    }
}
