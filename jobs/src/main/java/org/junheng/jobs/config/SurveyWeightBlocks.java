package org.junheng.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.RespondentGroup;

/** Reads {@code survey_weights}: a block per respondent group, with {@code margins} (the pupils on roll) or {@code totals} (known numbers of an area). */
final class SurveyWeightBlocks {
    private static final List<String> KEYS = List.of("respondent_group", "margins", "totals", "area", "year");

    private final Block top;
    private final List<Integer> years;

    SurveyWeightBlocks(Block top, List<Integer> years) {
        this.top = top;
        this.years = years;
    }

    List<SurveyWeighting> blocks() {
        List<SurveyWeighting> blocks = new ArrayList<>();
        for (Block b : top.blocks("survey_weights", KEYS)) {
            SurveyWeighting weighting = weighting(b);
            if (blocks.stream().anyMatch(other -> collide(other, weighting))) {
                throw b.notAllowed(
                        "respondent_group",
                        weighting.group().name(),
                        "同一地区同一年的权重给出了两次",
                        "is given weights twice for the same area and year");
            }
            blocks.add(weighting);
        }
        return blocks;
    }

    private static boolean collide(SurveyWeighting a, SurveyWeighting b) {
        boolean sameYear = a.year() == null || b.year() == null || a.year().equals(b.year());
        boolean sameArea = java.util.Objects.equals(a.area(), b.area());
        return a.group() == b.group() && sameYear && sameArea;
    }

    private SurveyWeighting weighting(Block b) {
        RespondentGroup group = b.word("respondent_group", RespondentGroup.class);
        if (b.has("margins") == b.has("totals")) {
            throw b.notAllowed("totals", "margins, totals", "二者须恰有其一", "exactly one of the two must be given");
        }
        return b.has("margins") ? byRoll(b, group) : byTotals(b, group);
    }

    private static SurveyWeighting byRoll(Block b, RespondentGroup group) {
        List<String> margins = b.texts("margins");
        for (String column : margins) {
            if (!SurveyWeighting.COLUMNS.contains(column)) {
                String near = Nearest.to(column, SurveyWeighting.COLUMNS).orElse("");
                throw b.notAllowed(
                        "margins", column, "不能作为边际；最接近的是 " + near, "cannot be a margin; the nearest is " + near);
            }
        }
        if (margins.isEmpty() || margins.stream().distinct().count() < margins.size()) {
            throw b.notAllowed("margins", margins.toString(), "不能为空或重复", "must not be empty or name a column twice");
        }
        if (b.has("area") || b.has("year")) {
            throw b.notAllowed(
                    b.has("area") ? "area" : "year",
                    b.text(b.has("area") ? "area" : "year"),
                    "只与 totals 同用",
                    "goes together with totals only");
        }
        return new SurveyWeighting(group, margins, null, null, new TreeMap<>());
    }

    private SurveyWeighting byTotals(Block b, RespondentGroup group) {
        Block totals = b.block("totals", SurveyWeighting.COLUMNS);
        SortedMap<String, SortedMap<String, Double>> known = new TreeMap<>();
        for (String column : totals.keys()) {
            known.put(column, amounts(totals, column));
        }
        if (known.isEmpty()) {
            throw b.notAllowed("totals", "{}", "不能为空", "must not be empty");
        }
        @Nullable Integer year = b.has("year") ? (Integer) b.integer("year", 1900, 2200) : null;
        if (year != null && !years.contains(year)) {
            throw b.notAllowed(
                    "year", String.valueOf(year), "不在 years 之中：" + years, "is not one of the years " + years);
        }
        return new SurveyWeighting(group, totals.keys(), b.text("area"), year, known);
    }

    private static SortedMap<String, Double> amounts(Block totals, String column) {
        SortedMap<String, Double> amounts = new TreeMap<>();
        totals.textsByKey(column).forEach((value, text) -> {
            if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?") || Double.parseDouble(text) == 0) {
                throw totals.notAllowed(column, value + ": " + text, "须大于 0", "must be a number above 0");
            }
            amounts.put(value, Double.parseDouble(text));
        });
        return amounts;
    }
}
