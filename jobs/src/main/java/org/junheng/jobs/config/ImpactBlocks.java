package org.junheng.jobs.config;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junheng.impact.BasePeriod;
import org.junheng.impact.Timing;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Vocabulary;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;

/** The block {@code impact}. */
final class ImpactBlocks {
    private final Function<Block, String> id;

    /** @param id reads the id of a block, which stands once among all models */
    ImpactBlocks(Function<Block, String> id) {
        this.id = id;
    }

    List<ImpactBlock> of(Block top) {
        List<String> allowed = List.of(
                "id",
                "outcome",
                "treatment",
                "exam_day",
                "exam_year_offset",
                "comparison",
                "estimator",
                "panel",
                "covariates",
                "cluster_errors_by",
                "anticipation",
                "base_period",
                "population");
        return top.blocks("impact", allowed).stream().map(b -> impact(b, top)).toList();
    }

    private ImpactBlock impact(Block b, Block top) {
        Block treatment = b.block("treatment", List.of("cluster_type", "role"));
        return new ImpactBlock(
                id.apply(b),
                outcomeColumn(b.block("outcome", List.of("table", "column", "grade", "subject")), top),
                treatment.words("cluster_type", ClusterType.class),
                treatment.word("role", Role.class),
                examDay(b),
                b.integer("exam_year_offset", 1, -5, 5),
                b.word("comparison", ImpactBlock.Comparison.NOT_YET_TREATED),
                b.word("estimator", ImpactBlock.Estimate.DR),
                b.word("panel", ImpactBlock.Panel.BALANCED),
                ModelBlocks.distinct(b, "covariates"),
                b.word("cluster_errors_by", ImpactBlock.ErrorsBy.CLUSTER_ID),
                new Timing(b.integer("anticipation", 0, 0, 5), b.word("base_period", BasePeriod.VARYING)),
                population(b));
    }

    private static ImpactBlock.Outcome outcomeColumn(Block b, Block top) {
        String table = b.text("table");
        String column = b.text("column");
        List<String> columns = columns(b, table);
        if (ImpactBlock.MODELS.contains(table) && !top.has(table)) {
            throw b.notAllowed(
                    "table",
                    table,
                    "是本次运行的结果，但没有 " + table + " 块",
                    "is a result of this run, which has no block " + table);
        }
        if (!columns.contains(column) && !table.equals("schools")) {
            String near = Nearest.to(column, columns).orElse("");
            throw b.notAllowed(
                    "column",
                    column,
                    "不是 " + table + " 的列；最接近的是 " + near,
                    "is no column of " + table + "; the nearest is " + near);
        }
        Integer grade = b.has("grade") ? (Integer) b.integer("grade", 1, 12) : null;
        String subject = b.textOrNull("subject");
        boolean isOther = table.equals("school_indicators") || table.equals("survey_counts");
        return new ImpactBlock.Outcome(
                table, column, grade, subject == null || isOther ? subject : Vocabulary.subject(subject));
    }

    private static List<String> columns(Block b, String table) {
        List<String> ofResult = ImpactBlock.RESULTS.get(table);
        if (ofResult != null) {
            return ofResult;
        }
        List<String> known = new ArrayList<>(Inputs.names());
        known.addAll(ImpactBlock.RESULTS.keySet());
        String near = Nearest.to(table, known).orElse("");
        return Inputs.named(table)
                .orElseThrow(() -> b.notAllowed(
                        "table", table, "不是已知的表；最接近的是 " + near, "is no known table; the nearest is " + near))
                .names();
    }

    private static MonthDay examDay(Block b) {
        String day = b.has("exam_day") ? b.text("exam_day") : "06-30";
        try {
            return MonthDay.parse("--" + day);
        } catch (DateTimeException e) {
            throw b.notAllowed("exam_day", day, "须为“月-日”，如 06-30", "must be month-day such as 06-30");
        }
    }

    private static Map<String, List<String>> population(Block b) {
        Map<String, List<String>> population = new TreeMap<>();
        Schema<Schools> schools = Schema.of(Schools.class);
        b.blockIfThere("population", schools.names()).ifPresent(p -> schools.columns().stream()
                .filter(column -> p.has(column.name()))
                .forEach(column -> population.put(column.name(), values(p, column))));
        return population;
    }

    /** As they stand in the tables: a value that no row can have would leave nobody. */
    private static List<String> values(Block b, Schema.Column column) {
        Map<String, String> spelled = new TreeMap<>();
        column.words().keySet().forEach(word -> spelled.put(word, word));
        if (column.type() == Boolean.class) {
            spelled.putAll(Map.of("1", "true", "true", "true", "0", "false", "false", "false"));
        }
        List<String> values = ModelBlocks.someTexts(b, column.name());
        for (String value : values) {
            if (!spelled.isEmpty() && !spelled.containsKey(value)) {
                String known = String.join(", ", spelled.keySet());
                throw b.notAllowed(column.name(), value, "不在允许的值之中：" + known, "is none of " + known);
            }
        }
        return values.stream().map(value -> spelled.getOrDefault(value, value)).toList();
    }
}
