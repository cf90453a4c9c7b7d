package org.junheng.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ingest.InertText;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.query.PublishedCell;
import org.junheng.jobs.query.PublishedParts;
import org.junheng.jobs.report.Language;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.trace.InputRows;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Worked;
import org.junheng.metric.Words;
import org.junheng.rules.Clause;

/** A trace as lines for people. */
record TraceText(PrintWriter out, Language language) {
    static final int SHOWN = 50;

    private static final List<Clause> REGISTER = Clause.all();

    /** Clauses, rules, metric, formula, the number as published and what was judged of it. */
    void number(PublishedCell cell) {
        Measures number = cell.number();
        for (List<Object> rule : cell.rules().rows()) {
            said("规则", "rule", joined(rule) + title(rule.get(0).toString()));
        }
        for (List<Object> metric : cell.metric().rows()) {
            said("条款", "clauses", clauses(metric.get(6).toString()));
            said("指标", "metric", metric.get(0) + " · " + metric.get(1) + " · " + metric.get(2));
            said("公式", "formula", metric.get(3) + "  (v" + number.formulaVersion() + ")");
            said("单位", "unit", metric.get(5));
        }
        said("公布值", "published", shown(number.value()) + "  " + number.status());
        if (number.ciLow() != null) {
            said("区间", "interval", "[" + number.ciLow() + ", " + number.ciHigh() + "]  se " + shown(number.se()));
        }
        if (number.numerator() != null || number.denominator() != null) {
            said("分子/分母", "ratio", shown(number.numerator()) + " / " + shown(number.denominator()));
        }
        if (!number.reason().isEmpty()) {
            said("说明", "reason", language.of(Words.parse(number.reason())));
        }
        cell.verdicts().rows().forEach(verdict -> said("判定", "verdict", joined(verdict)));
    }

    /** Which rows the number rests on. */
    void scope(Scope scope) {
        Words rows = scope.asked().reach().words();
        said("数据范围", "rests on", language.of(rows));
        if (scope.isWidened()) {
            sentence(
                    "权重取自身人数还是在校生数，由全部学校的同一指标共同决定，重算时也读取其他学校的这些行。",
                    "By which count schools are weighted is decided by all schools that have the facet: to compute it"
                            + " again their rows of it are read too.");
        }
    }

    /** The formula with its numbers: sums, schools, and the published numbers that it is made of. */
    void worked(Worked worked, @Nullable PublishedParts parts) {
        worked.lines().forEach(line -> said("代入", "with its numbers", line));
        if (worked.withheld() > 0) {
            sentence(
                    "有 " + worked.withheld() + " 校人数过少或与不公布的数有关，其数以 … 表示"
                            + (worked.lines().isEmpty() ? "，也不代入合计。" : "，合计中包含它们。"),
                    worked.withheld()
                            + " schools have few pupils or stand behind a suppressed number: … stands for their figures"
                            + (worked.lines().isEmpty() ? ", and no sum is put in." : ", which the sums hold."));
        }
        if (!worked.schools().rows().isEmpty()) {
            out.println();
            table(
                    new Words("所比较的学校(x 为指标值，w 为权重)", "the schools compared: x the figure, w its weight"),
                    worked.schools());
        }
        if (parts != null) {
            out.println();
            table(parts.kind(), parts.rows());
        }
    }

    /** Input rows, table by table. */
    void rows(List<InputRows> tables) {
        for (InputRows rows : tables) {
            out.println();
            out.println(rows.table());
            rows.shown().lines(SHOWN).forEach(line -> out.println("  " + line));
            Words closing = rows.isCounted() ? counted(rows) : listed(rows);
            sentence("  " + closing.zh(), "  " + closing.en());
        }
        out.println();
    }

    private static Words listed(InputRows rows) {
        int shown = rows.shown().rows().size();
        Words count = rows.all() > shown
                ? new Words(
                        "共 " + rows.all() + " 行，显示前 " + shown + " 行，还有 " + (rows.all() - shown) + " 行；--csv 输出全部",
                        rows.all() + " rows, the first " + shown + " shown, " + (rows.all() - shown)
                                + " more; --csv gives all")
                : new Words("共 " + shown + " 行", shown + (shown == 1 ? " row" : " rows"));
        return rows.withheld() == 0
                ? count
                : count.and(new Words(
                        InputRows.HIDDEN + " 为人数过少或其指标不公布的 " + rows.withheld() + " 行",
                        InputRows.HIDDEN + " stands in " + rows.withheld()
                                + " of them: few pupils or answers, or behind a suppressed number"));
    }

    private static Words counted(InputRows rows) {
        Words what = new Words("逐人数据只计每校行数", "rows about single pupils are only counted, per school");
        return rows.withheld() == 0
                ? what
                : what.and(new Words(
                        "另有 " + rows.withheld() + " 校行数过少，不列出",
                        rows.withheld() + " schools with too few are not listed"));
    }

    /** The number computed again, and whether it is the same. */
    void again(Measures published, @Nullable Measures again) {
        said("重算值", "computed again", again == null ? "-" : shown(again.value()) + "  " + again.status());
        if (published.equals(again)) {
            sentence("与公布值逐位相同。", "Equal to the published number to the last bit.");
        } else {
            sentence(
                    "!!! 重算与公布值不同：这是程序缺陷，请报告。 !!!",
                    "!!! NOT EQUAL to the published number: this is a bug of ours; please report it. !!!");
        }
    }

    void table(Words title, Answer answer) {
        out.println(language.of(title));
        answer.lines(Integer.MAX_VALUE).forEach(line -> out.println("  " + line));
        out.println();
    }

    void sentence(String zh, String en) {
        out.println(language.of(new Words(zh, en)));
    }

    /** The title of a rule's clause, for readers whose language is not that of the document. */
    private String title(String rule) {
        return language == Language.ZH
                ? ""
                : REGISTER.stream()
                        .filter(clause -> clause.isNamedBy(rule))
                        .map(clause -> "  (" + clause.name().en() + ")")
                        .findFirst()
                        .orElse("");
    }

    /** Clauses with their titles. */
    private String clauses(String ids) {
        return Stream.of(ids.split(";"))
                .map(id -> REGISTER.stream()
                        .filter(clause -> clause.id().equals(id))
                        .map(clause -> id + " " + language.of(clause.name()))
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining("; "));
    }

    private void said(String zh, String en, Object what) {
        out.println(InertText.of(language.of(new Words(zh + "：", en + ": ")) + what));
    }

    private static String joined(List<Object> cells) {
        return Stream.of(cells)
                .flatMap(List::stream)
                .filter(cell -> !cell.equals(Answer.MISSING))
                .map(Objects::toString)
                .collect(Collectors.joining("  "));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
