package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junheng.Answer;
import org.junheng.Catalogue;
import org.junheng.jobs.table.Codebook;
import org.junheng.jobs.table.Metrics;
import org.junheng.jobs.table.Rules;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.metric.Words;
import org.junheng.rules.Clause;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;

/** The dictionary of metrics and the rules in force, derived from the catalogue and the rule books. */
public final class Dictionary {
    private Dictionary() {}

    public static List<Metrics> rows() {
        return Catalogue.definitions().stream().map(Dictionary::row).toList();
    }

    public static List<Rules> rules(RuleBook book) {
        List<Clause> clauses = Clause.all();
        return book.rules().stream().map(rule -> row(rule, clauses)).toList();
    }

    /** The dictionary of metrics, and below it what each of the published tables holds. */
    public static void write(Path file, Collection<String> tables) {
        try {
            Files.writeString(file, markdown() + "\n" + codebook(tables), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    /** The dictionary as Markdown, in report order. */
    public static String markdown() {
        List<String> lines = new ArrayList<>(List.of("# 指标词典 · Dictionary of metrics", ""));
        for (Metrics m : rows()) {
            lines.add("## " + m.metricId() + " · " + m.nameZh() + " · " + m.nameEn());
            lines.add("");
            lines.add("- 公式 formula (v" + m.formulaVersion() + "): `" + m.formula() + "`");
            lines.add("- 单位 unit: " + m.unit() + "; " + m.better() + "; " + m.kind());
            lines.add("- 依据 clauses: " + (m.clauseIds().isEmpty() ? "-" : m.clauseIds()));
            lines.add("- 数据 inputs: " + m.inputs());
            lines.add("- 缺失 missing data: " + m.missingData());
            lines.add("- 检验 checked against: " + m.reference());
            lines.add("");
        }
        lines.addAll(clauses());
        return String.join("\n", lines);
    }

    /** The columns of published tables as Markdown; parts of the key are bold. */
    static String codebook(Collection<String> tables) {
        List<String> lines = new ArrayList<>(List.of("# 结果表 · Tables", ""));
        for (String table : tables) {
            lines.add("## " + table + " · " + Codebook.of(table, "").both());
            lines.add("");
            for (Schema.Column column : Codebook.schema(table).columns()) {
                String name = column.isKey() ? "**" + column.name() + "**" : column.name();
                lines.add("- " + name + ": " + Codebook.of(table, column.name()).both());
            }
            lines.add("");
        }
        return String.join("\n", lines);
    }

    private static Metrics row(Definition d) {
        return new Metrics(
                d.id(),
                kind(d),
                d.name().zh(),
                d.name().en(),
                d.formula(),
                d.version(),
                d.unit(),
                d.better().name(),
                String.join(";", d.clauses()),
                String.join(";", d.inputs()),
                d.missing().both(),
                d.reference(),
                dimension(d));
    }

    private static Entry entry(Definition definition) {
        return Catalogue.entries().stream()
                .filter(e -> e.definition().id().equals(definition.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The dimension is that after which the metric is named, {@code stock.lead_dilution}; else the package in which it lives. */
    private static String dimension(Definition definition) {
        String family = definition.id().substring(0, definition.id().indexOf('.'));
        boolean isDimension = Catalogue.entries().stream().map(Dictionary::home).anyMatch(family::equals);
        return isDimension ? family : home(entry(definition));
    }

    private static String home(Entry entry) {
        String home = entry.getClass().getPackageName();
        return home.substring(home.lastIndexOf('.') + 1);
    }

    private static String kind(Definition definition) {
        Entry entry = entry(definition);
        return entry instanceof Metric<?> ? "metric" : entry instanceof Composite<?> ? "composite" : "model";
    }

    /** Every clause of the register with its rules and the metrics that answer it, or why none does. */
    private static List<String> clauses() {
        List<String> lines = new ArrayList<>(List.of("# 条款、规则、指标 · Clauses, rules, metrics", ""));
        for (Answer answer : Answer.all()) {
            Words name = answer.clause().name();
            lines.add("- " + answer.clause().id() + (name.equals(Words.NONE) ? "" : " " + name.both()) + " -> "
                    + (answer.rules().isEmpty() ? "-" : String.join("; ", answer.rules())) + " -> "
                    + (answer.metrics().isEmpty()
                            ? answer.clause().reason().both()
                            : String.join(", ", answer.metrics())));
        }
        lines.add("");
        return lines;
    }

    private static Rules row(Rule r, List<Clause> clauses) {
        Optional<Clause> clause = clauses.stream().filter(c -> c.isOf(r)).findFirst();
        return new Rules(
                r.policy(),
                r.id(),
                r.scope().toString(),
                r.stage(),
                r.facet(),
                r.from(),
                r.to(),
                r.metric(),
                r.operator().toString(),
                r.standardText(),
                r.unit(),
                r.severity(),
                r.basis(),
                r.document(),
                r.clause(),
                clause.map(Clause::id).orElse(""),
                clause.map(c -> c.reason().both()).orElse(""));
    }
}
