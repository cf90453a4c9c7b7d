package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** What the page draws, and no more, as data for its script. */
record PageData(SummaryTables tables, Wording wording, SortedMap<String, Integer> counties) {
    /** Numbers of one kind that a page may hold; what is left out is in the workbook, and the page says so. */
    private static final int MOST_CELLS = 90_000;
    /** Schools that all fits together may draw. */
    private static final int MOST_SCHOOLS = 12_000;

    static PageData of(SummaryTables tables, Wording wording) {
        SortedMap<String, Integer> counties = new TreeMap<>();
        tables.places().of("county").keySet().forEach(code -> counties.put(code, counties.size()));
        return new PageData(tables, wording, counties);
    }

    String json() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("words", wording.under("js."));
        page.put("bands", wording.under("band."));
        page.put("stages", wording.under("stage."));
        page.put("verdicts", wording.under("verdict."));
        page.put("years", tables.years());
        page.put("base", tables.baseline());
        page.put(
                "counties",
                counties.keySet().stream()
                        .map(code -> List.of(code, tables.places().name("county", code)))
                        .toList());
        page.put("seven", BalanceRows.SEVEN.stream().map(this::named).toList());
        page.put("balance", Cells.of(tables.balance()).map(this::balance).toList());
        page.put("shortfall", shortfall());
        page.put("gaps", trends(tables.gaps()));
        page.put("lead", trends(tables.leadMember()));
        page.put("fits", fits());
        page.put("satisfaction", satisfaction());
        page.put(
                "stock",
                Cells.of(tables.stock()).filter(this::isCounty).map(this::stock).toList());
        page.put("placesUnit", placesUnit());
        return Json.of(page);
    }

    private List<String> named(String facet) {
        Facet of = Facet.of(facet, "");
        return List.of(facet, of.name(wording), of.shortName(wording));
    }

    private int county(String code) {
        return counties.getOrDefault(code, -1);
    }

    private boolean isCounty(Cells row) {
        return row.has("subject_type", "county");
    }

    private List<@Nullable Object> balance(Cells row) {
        return Arrays.asList(
                county(row.text("county_code")),
                row.year(),
                row.text("stage"),
                row.number("limit"),
                BalanceRows.SEVEN.stream()
                        .map(facet -> row.number("cv_" + facet))
                        .collect(Collectors.toCollection(ArrayList::new)),
                BalanceRows.SEVEN.stream()
                        .map(facet -> row.text("verdict_" + facet))
                        .toList(),
                row.text("only_rounded"),
                List.of(row.count("schools_pass"), row.count("schools_fail"), row.count("schools_undecided")));
    }

    private List<List<@Nullable Object>> shortfall() {
        int year = Headline.last(tables.shortfall());
        return Cells.of(tables.shortfall())
                .filter(row -> row.year() == year)
                .map(row -> Arrays.<@Nullable Object>asList(
                        county(row.text("county_code")),
                        row.text("stage"),
                        Facet.of(row.text("facet"), "").name(wording),
                        row.number("shortfall"),
                        unit(row.text("unit"))))
                .toList();
    }

    private String unit(String unit) {
        return wording.textOr("unit." + unit, wording.of(unit));
    }

    /** Series of a trend table, stage by stage and facet by facet, until the page is full. */
    private List<Map<String, Object>> trends(Table table) {
        SortedMap<TrendKey, List<Cells>> series = new TreeMap<>();
        Cells.of(table).forEach(row -> series.computeIfAbsent(TrendKey.of(row), k -> new ArrayList<>())
                .add(row));
        List<Map<String, Object>> drawn = new ArrayList<>();
        int cells = 0;
        for (Map.Entry<TrendKey, List<Cells>> one : series.entrySet()) {
            cells += one.getValue().size() * (tables.years().size() + 2);
            if (cells <= MOST_CELLS && one.getValue().stream().anyMatch(this::hasNumber)) {
                drawn.add(trend(one.getKey(), one.getValue()));
            }
        }
        return drawn;
    }

    private boolean hasNumber(Cells row) {
        return tables.years().stream().anyMatch(year -> row.number(Integer.toString(year)) != null);
    }

    private Map<String, Object> trend(TrendKey key, List<Cells> rows) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("stage", key.stage());
        series.put("facet", key.facet().id());
        series.put("name", key.facet().name(wording));
        series.put("unit", unit(rows.get(0).text("unit")));
        series.put("rows", rows.stream().map(this::trendRow).toList());
        return series;
    }

    private List<@Nullable Object> trendRow(Cells row) {
        List<@Nullable Double> values = new ArrayList<>();
        tables.years().forEach(year -> values.add(row.number(Integer.toString(year))));
        return Arrays.asList(
                row.has("subject_type", "cluster") ? -1 : county(row.text("subject_id")),
                isCounty(row) ? "" : row.text("name"),
                values,
                row.number("change"),
                row.number("change_same_schools"));
    }

    private List<Map<String, Object>> fits() {
        List<Fit> fits = Fit.of(tables.valueAdded());
        int most = Math.max(200, MOST_SCHOOLS / Math.max(1, fits.size()));
        return fits.stream().map(fit -> fit(fit, most)).toList();
    }

    private Map<String, Object> fit(Fit fit, int most) {
        List<Cells> schools = fit.inOrderOfValue();
        int every = Math.max(1, (schools.size() + most - 1) / most);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("name", fit.name(wording));
        page.put("unit", unit(fit.schools().get(0).text("unit")));
        page.put("n", fit.known());
        page.put("above", fit.count("ABOVE"));
        page.put("average", fit.count("AVERAGE"));
        page.put("below", fit.count("BELOW"));
        page.put("none", fit.count(""));
        page.put("every", every);
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < schools.size(); i += every) {
            rows.add(school(schools.get(i)));
        }
        page.put("rows", rows);
        return page;
    }

    private List<@Nullable Object> school(Cells row) {
        return Arrays.asList(
                row.text("school"),
                county(row.text("county_code")),
                row.number("value"),
                row.number("ci_low"),
                row.number("ci_high"),
                row.number("n_pupils"),
                row.has("status", "LOW_EVIDENCE") ? 1 : 0);
    }

    /** Groups as a whole; single items are in the workbook. */
    private List<Map<String, Object>> satisfaction() {
        SortedMap<String, List<Cells>> groups = new TreeMap<>();
        Cells.of(tables.satisfaction())
                .filter(row ->
                        row.text("facet").indexOf(':') == row.text("facet").lastIndexOf(':'))
                .forEach(row -> groups.computeIfAbsent(row.text("facet"), k -> new ArrayList<>())
                        .add(row));
        List<Map<String, Object>> page = new ArrayList<>();
        groups.forEach((facet, rows) -> {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("name", Facet.of(facet, "").name(wording));
            group.put("rows", rows.stream().map(this::satisfied).toList());
            page.add(group);
        });
        return page;
    }

    private List<@Nullable Object> satisfied(Cells row) {
        return Arrays.asList(
                isCounty(row) ? county(row.text("subject_id")) : -1,
                isCounty(row) ? "" : row.text("name"),
                row.year(),
                row.number("rate"),
                row.number("ci_low"),
                row.number("ci_high"),
                row.number("n_responses"),
                row.number("response_rate"),
                row.number("limit"),
                row.text("verdict"));
    }

    private List<@Nullable Object> stock(Cells row) {
        return Arrays.asList(
                county(row.text("subject_id")),
                row.year(),
                row.text("stage"),
                row.number("quality_schools"),
                row.number("schools_known"),
                row.number("quality_places"));
    }

    private String placesUnit() {
        return Cells.of(tables.stock())
                .map(row -> row.text("unit_places"))
                .filter(unit -> !unit.isEmpty())
                .findFirst()
                .map(this::unit)
                .orElse("");
    }
}
