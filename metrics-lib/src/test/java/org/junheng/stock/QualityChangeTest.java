package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Counts;
import org.junheng.metric.Formula;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stock.StockAccount.Between;
import org.junheng.stock.StockAccount.Entry;
import org.junheng.stock.StockFlow.Line;
import org.junheng.stock.StockFlow.Unit;
import org.junheng.subject.About;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class QualityChangeTest {
    private static final Between YEARS = new Between(2021, 2024);
    private static final List<Institution> BEFORE = List.of(
            school("stays", true),
            school("never", false),
            school("rises", false),
            school("member", false),
            school("falls", true),
            school("closes", true),
            school("merges", true),
            school("untold", null),
            school("silent", true),
            school("moves", true),
            school("was told", true));
    private static final List<Institution> AFTER = List.of(
            school("stays", true),
            school("never", false),
            school("rises", true),
            school("member", true),
            school("falls", false),
            school("untold", true),
            school("silent", null),
            new Institution("moves", "B", true, 100L, null, null),
            school("was told", true),
            new Institution("built", "A", true, 100L, LocalDate.of(2023, 9, 1), null),
            new Institution("old", "A", true, 100L, LocalDate.of(1970, 9, 1), null));
    private static final List<SchoolLink> LINKS = List.of(new SchoolLink("merges", "stays", LocalDate.of(2022, 8, 1)));

    private static Institution school(String code, @Nullable Boolean quality) {
        return new Institution(code, "A", quality, 100L, null, null);
    }

    /** Each school followed by hand; one that stays, was never one, or only moved, is not among them. */
    @Test
    void everySchoolThatCameOrLeftIsNamedWithItsLine() {
        assertEquals(
                List.of(
                        "built +NEWLY_BUILT",
                        "closes -CLOSED",
                        "falls -DOWNGRADED",
                        "member +GRADUATED",
                        "merges -MERGED",
                        "old +RECLASSIFIED",
                        "rises +UPGRADED",
                        "silent -RECLASSIFIED",
                        "untold +RECLASSIFIED"),
                entries().stream()
                        .map(e -> e.school().school() + (e.comes() ? " +" : " -") + e.line())
                        .toList());
    }

    /** What came less what left is what the account says, line by line and in all. */
    @Test
    void theyAreTheSchoolsThatTheAccountCounts() {
        List<StockFlow> flows = StockAccount.of(YEARS, BEFORE, AFTER, LINKS, Set.of("member")::contains).stream()
                .filter(flow -> flow.unit() == Unit.SCHOOLS)
                .toList();
        long rise = flows.stream()
                .mapToLong(flow -> flow.line(Line.CLOSING) - flow.line(Line.OPENING))
                .sum();
        assertEquals(rise, entries().stream().mapToLong(e -> e.comes() ? 1 : -1).sum());
        for (Line line :
                Set.of(Line.NEWLY_BUILT, Line.UPGRADED, Line.GRADUATED, Line.DOWNGRADED, Line.CLOSED, Line.MERGED)) {
            assertEquals(
                    flows.stream().mapToLong(flow -> flow.line(line)).sum(),
                    entries().stream().filter(e -> e.line() == line).count(),
                    line.name());
        }
        assertEquals(
                9,
                entries().stream()
                        .map(e -> e.school().school())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .size());
    }

    @Test
    void oneForASchoolThatCameAndMinusOneForOneThatLeft() {
        Value came = of(Line.GRADUATED, true);
        assertEquals(1, came.value());
        assertEquals(new Counts(null, 120L, 30L), came.counts());
        assertEquals(Words.NONE, came.caution());
        assertEquals(-1, of(Line.CLOSED, false).value());
    }

    @Test
    void whatIsOnlySaidIsOfLittleEvidence() {
        assertTrue(of(Line.RECLASSIFIED, true).caution().en().contains("nothing is known to have happened"));
    }

    @Test
    void theFormulaWithItsNumbers() {
        QualityChange metric = new QualityChange();
        Formula formula = new Formula(metric.definition().formula());
        assertEquals("1 - 0", formula.with(metric.terms(entry(Line.UPGRADED, true))));
        assertEquals("0 - 1", formula.with(metric.terms(entry(Line.MERGED, false))));
    }

    private static Value of(Line line, boolean comes) {
        return (Value) new QualityChange().of(entry(line, comes));
    }

    private static StockEntry entry(Line line, boolean comes) {
        About about = About.of(new Subject(SubjectType.SCHOOL, "s"), 2024).since(2021);
        return new StockEntry(about.facet("official-list:" + line), line, comes, 120L, 30L);
    }

    private static List<Entry> entries() {
        return StockAccount.entries(YEARS, BEFORE, AFTER, LINKS, Set.of("member")::contains);
    }
}
