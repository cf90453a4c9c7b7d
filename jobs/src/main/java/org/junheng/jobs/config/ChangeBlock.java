package org.junheng.jobs.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.gap.ChangeRules;
import org.junheng.gap.ChangeUncertainty;
import org.junheng.gap.GapChange;

/** The block {@code gap_change}: which changes get an interval, linking errors between exams, breaks of definition. */
final class ChangeBlock {
    private static final String FAMILY = "gap_change.";
    private static final List<String> KEYS =
            List.of("intervals", "causes", "resamples", "min_schools", "links", "breaks");
    private static final List<String> LINK = List.of("subject", "grade", "base", "year", "se");
    private static final List<String> BREAK = List.of("facet", "year", "why");

    private final Block top;
    private final List<Integer> years;

    ChangeBlock(Block top, List<Integer> years) {
        this.top = top;
        this.years = years;
    }

    ChangeRules rules(long seed) {
        Optional<Block> block = top.blockIfThere("gap_change", KEYS);
        return block.isEmpty() ? ChangeRules.plain(seed) : rules(block.get(), seed);
    }

    private ChangeRules rules(Block block, long seed) {
        return new ChangeRules(
                seed,
                block.integer("resamples", ChangeRules.RESAMPLES, 99, 99_999),
                block.integer("min_schools", ChangeRules.LEAST_SCHOOLS, 5, 1_000_000),
                block.has("intervals") ? intervals(block) : ChangeRules.METRICS,
                block.has("causes") ? causes(block) : ChangeRules.CAUSES,
                block.blocks("links", LINK).stream().map(this::link).toList(),
                block.blocks("breaks", BREAK).stream().map(this::definition).toList());
    }

    private static Set<String> intervals(Block block) {
        Set<String> offered = new TreeSet<>();
        Catalogue.entries().forEach(entry -> {
            if (entry instanceof GapChange change && ChangeUncertainty.isDefinedFor(change)) {
                offered.add(change.definition().id());
            }
        });
        Set<String> asked = new TreeSet<>();
        for (String name : block.texts("intervals")) {
            String id = name.startsWith(FAMILY) ? name : FAMILY + name;
            if (!offered.contains(id)) {
                String known = String.join(", ", offered);
                throw block.notAllowed(
                        "intervals", name, "没有区间；有区间的是 " + known, "has no interval; those that have: " + known);
            }
            asked.add(id);
        }
        return asked;
    }

    private static Set<String> causes(Block block) {
        for (String index : block.texts("causes")) {
            if (!ChangeRules.DECOMPOSED.contains(index)) {
                String known = String.join(", ", new TreeSet<>(ChangeRules.DECOMPOSED));
                throw block.notAllowed(
                        "causes", index, "不能分解；能分解的是 " + known, "is not told by cause; those that are: " + known);
            }
        }
        return new TreeSet<>(block.texts("causes"));
    }

    private ChangeRules.Link link(Block block) {
        int base = year(block, "base");
        int year = year(block, "year");
        if (base >= year) {
            throw block.notAllowed("year", String.valueOf(year), "不在 base 之后", "is not after base");
        }
        Integer grade = block.has("grade") ? Integer.valueOf(block.integer("grade", 1, 12)) : null;
        return new ChangeRules.Link(block.text("subject"), grade, base, year, block.amount("se"));
    }

    private ChangeRules.Break definition(Block block) {
        return new ChangeRules.Break(block.text("facet"), year(block, "year"), block.text("why"));
    }

    private int year(Block block, String key) {
        int year = block.integer(key, 1900, 2200);
        if (!years.contains(year)) {
            throw block.notAllowed(
                    key, String.valueOf(year), "不在 years 之中：" + years, "is not one of the years " + years);
        }
        return year;
    }
}
