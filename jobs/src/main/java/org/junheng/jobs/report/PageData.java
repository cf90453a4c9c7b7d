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
import org.junheng.jobs.config.Audience;

/** What the page draws, and no more, as data for its script. */
record PageData(SummaryTables tables, Wording wording, SortedMap<String, Integer> counties) {
    /** Schools that all fits together may draw. */
    private static final int MOST_SCHOOLS = 8_000;
    /** Above so many rows the page shows the last survey only. */
    private static final int MOST_SURVEYED = 4_000;

    static PageData of(SummaryTables tables, Wording wording) {
        SortedMap<String, Integer> counties = new TreeMap<>();
        tables.places().of("county").keySet().forEach(code -> counties.put(code, counties.size()));
        return new PageData(tables, wording, counties);
    }

    String json() {
        TrendData trends = new TrendData(wording, List.copyOf(tables.years()), counties);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("words", wording.under("js."));
        page.put("bands", wording.under("band."));
        page.put("stages", wording.under("stage."));
        page.put("verdicts", wording.under("verdict."));
        page.put("years", tables.years());
        page.put("base", tables.baseline());
        page.put("counties", counties.keySet().stream().map(this::countyNames).toList());
        page.put("seven", BalanceRows.SEVEN.stream().map(this::named).toList());
        page.put("balance", Cells.of(tables.balance()).map(this::balance).toList());
        page.put("shortfall", shortfall());
        page.put("gaps", trends.of(tables.gaps()));
        page.put("lead", trends.of(tables.leadMember()));
        page.put("impact", ImpactData.of(tables, Display.of(tables, wording)));
        page.put("levelling", wording.under("levelling."));
        page.put("narrowed", wording.under("narrowed."));
        page.put("fits", fits());
        page.put("satisfaction", satisfaction());
        page.put(
                "stock",
                Cells.of(tables.stock()).filter(this::isCounty).map(this::stock).toList());
        return Json.of(page);
    }

    /** Code and name of a county, and the names of its province and prefecture. */
    private List<String> countyNames(String code) {
        Places places = tables.places();
        Places.Place county = places.of("county").get(code);
        return county == null
                ? List.of(code, code, "", "")
                : List.of(
                        code,
                        places.name("county", code),
                        places.name("province", county.province()),
                        places.name("prefecture", county.prefecture()));
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
                verdicts(row),
                row.text("only_rounded"),
                List.of(row.count("schools_pass"), row.count("schools_fail"), row.count("schools_undecided")));
    }

    /** A letter for each of the seven verdicts. */
    private static String verdicts(Cells row) {
        return BalanceRows.SEVEN.stream()
                .map(facet -> row.text("verdict_" + facet))
                .map(verdict -> switch (verdict) {
                    case "PASS" -> "P";
                    case "FAIL" -> "F";
                    case "SUPPRESSED" -> "S";
                    case "NOT_DECIDABLE" -> "D";
                    case "NOT_ASSESSED" -> "N";
                    default -> "-";
                })
                .collect(Collectors.joining());
    }

    private List<List<@Nullable Object>> shortfall() {
        int year = Headline.last(tables.shortfall());
        return Cells.of(tables.shortfall())
                .filter(row -> row.year() == year && BalanceRows.SEVEN.contains(row.text("facet")))
                .map(row -> Arrays.<@Nullable Object>asList(
                        county(row.text("county_code")),
                        row.text("stage"),
                        BalanceRows.SEVEN.indexOf(row.text("facet")),
                        row.number("shortfall"),
                        wording.unit(row.text("unit"))))
                .toList();
    }

    private List<Map<String, Object>> fits() {
        if (tables.audience() == Audience.PUBLIC) {
            return List.of();
        }
        List<Fit> fits = Fit.of(tables.valueAdded());
        int most = Math.max(200, MOST_SCHOOLS / Math.max(1, fits.size()));
        return fits.stream().map(fit -> fit(fit, most)).toList();
    }

    private Map<String, Object> fit(Fit fit, int most) {
        List<Cells> schools = fit.inOrderOfValue();
        int every = Math.max(1, (schools.size() + most - 1) / most);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("name", fit.name(wording));
        page.put("unit", wording.unit(fit.schools().get(0).text("unit")));
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

    /** Groups as a whole; single items, and in a large delivery earlier years, are in the workbook. */
    private List<Map<String, Object>> satisfaction() {
        List<Cells> all = Cells.of(tables.satisfaction())
                .filter(row ->
                        row.text("facet").indexOf(':') == row.text("facet").lastIndexOf(':'))
                .toList();
        int last = Headline.last(tables.satisfaction());
        SortedMap<Facet, List<Cells>> groups = new TreeMap<>();
        all.stream()
                .filter(row -> all.size() <= MOST_SURVEYED || row.year() == last)
                .forEach(row -> groups.computeIfAbsent(Facet.of(row.text("facet"), ""), k -> new ArrayList<>())
                        .add(row));
        List<Map<String, Object>> page = new ArrayList<>();
        groups.forEach((facet, rows) -> {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("name", facet.name(wording));
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
}
