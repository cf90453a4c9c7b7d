package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.rules.Clause;

/**
 * How a column of a summary table is headed and its cells are worded, on the page and in the workbook alike.
 *
 * @param places names of what was evaluated
 * @param metrics names of the metrics
 * @param clauses of the rules in force, as their documents put them, by the ids of the rules
 */
record Display(Wording wording, Places places, SortedMap<String, Words> metrics, SortedMap<String, String> clauses) {
    /** The register of the clauses that come with the program, in both languages. */
    private static final List<Clause> REGISTER = Clause.all();

    /** Columns whose codes have names in words.csv, and under which prefix. */
    private static final Map<String, String> CODES = Map.of(
            "stage", "stage.",
            "status", "status.",
            "band", "band.",
            "subject_type", "type.",
            "source", "source.",
            "basis", "basis.",
            "severity", "severity.",
            "input_table", "table.",
            "aggregation", "aggregation.",
            "document", "document.");

    private static final Set<String> BOTH_LANGUAGES = Set.of("varies", "clause", "examples", "standard");

    /** Words of a reason that are codes: a metric, or a stage. */
    private static final Pattern CODE = Pattern.compile("\\b[a-z]+\\.[a-z0-9_]+\\b|\\b[A-Z]{4,}\\b");

    static Display of(SummaryTables tables, Wording wording) {
        SortedMap<String, String> clauses = new TreeMap<>();
        Cells.of(tables.rules()).forEach(row -> clauses.putIfAbsent(row.text("rule_id"), row.text("clause")));
        return new Display(wording, tables.places(), tables.metrics(), clauses);
    }

    /** The head of a column; a column that the data brought (a year) is its own head. */
    String head(String column) {
        int facet = column.lastIndexOf("_R");
        if (facet > 0 && !column.equals("only_rounded")) {
            String name = Facet.of(column.substring(facet + 1), "").shortName(wording);
            return wording.text("colof." + column.substring(0, facet)).replace("{facet}", name);
        }
        return wording.textOr("col." + column, column);
    }

    /** The words of a text cell. */
    String words(String column, String cell) {
        String prefix = column.contains("verdict") ? "verdict." : CODES.get(column);
        if (cell.isEmpty() && !column.equals("band")) {
            return column.equals("file") ? wording.text("page.whole-table") : "";
        }
        if (prefix != null) {
            return wording.textOr(prefix + cell, wording.of(cell));
        }
        return switch (column) {
            case "facet" -> facet(cell, "");
            case "rule_id" -> rule(cell);
            case "id", "metric_id" -> metric(cell);
            case "unit", "shortfall_unit" -> wording.unit(cell);
            case "role", "binding", "named", "levelling", "narrowed", "definition", "policy" ->
                wording.textOr(column + "." + cell, cell);
            case "reason" -> plain(wording.of(cell));
            case "operator" -> cell.replace(">=", "≥").replace("<=", "≤");
            default -> BOTH_LANGUAGES.contains(column) ? wording.of(cell) : cell;
        };
    }

    /** A rule by its name, by the title of its clause or by the words of its document, and its id. */
    String rule(String id) {
        return rule(id, title(id, clauses.getOrDefault(id, "")));
    }

    /** One row of a rule by its name or its own clause, and the rule's id; a clause that is Chinese only by its English title. */
    String rule(String id, String ownClause) {
        boolean isChinese =
                wording.language() == Language.EN && Words.parse(ownClause).en().equals(ownClause);
        String clause = wording.of(isChinese ? title(id, ownClause) : ownClause);
        return wording.textOr("rule." + id, clause.isEmpty() ? id : clause + " (" + id + ")");
    }

    /** The title of the clause that a rule is on, in both languages; other words where the program does not know it. */
    static String title(String rule, String otherwise) {
        return REGISTER.stream()
                .filter(clause -> clause.isNamedBy(rule))
                .map(clause -> clause.name().both())
                .findFirst()
                .orElse(otherwise);
    }

    /** What a number is about; a rule stands for itself, a cluster has its name. */
    String facet(String facet, String grade) {
        if (places.of("cluster").containsKey(facet)) {
            return places.name("cluster", facet);
        }
        return clauses.containsKey(facet) && !facet.startsWith("R")
                ? rule(facet)
                : new Facet(facet, grade).full(wording);
    }

    /** A reason in which metrics and stages have their names. */
    String plain(String reason) {
        return CODE.matcher(reason).replaceAll(code -> Matcher.quoteReplacement(plainCode(code.group())));
    }

    private String plainCode(String code) {
        return metrics.containsKey(code) ? name(code) : wording.textOr("stage." + code, code);
    }

    /** The name of a metric without its id. */
    String name(String id) {
        Words name = metrics.get(id);
        return name == null ? id : wording.language().of(name);
    }

    private String metric(String id) {
        @Nullable Words name = metrics.get(id);
        return name == null ? rule(id) : wording.language().of(name) + " (" + id + ")";
    }
}
