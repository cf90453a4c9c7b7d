package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * A judgement on documents that no figure can replace (佐证材料认定), vetoes included; the facet is the rule.
 *
 * <p>1 where the evaluator found the rule in order, 0 where not.
 *
 * <p>Absent when the evaluator gave neither.
 *
 * <p>Source: 教督〔2017〕6号, government 1, 2, 10, quality 3, 5 to 8, conditions and vetoes.
 *
 * <p>Clauses: national-2017:G1; national-2017:G2; national-2017:G10; national-2017:Q3; national-2017:Q5-Q8; national-2017:APPLY-MONITORING;
 * national-2017:VETO-EXAM; national-2017:VETO-CHOICE; national-2017:VETO-KEY; national-2017:VETO-POSTS; national-2017:VETO-SAFETY;
 * national-2017:VETO-DATA; YN-12; YN-16; YN-17; YN-18; YN-19; SD-06; SD-07; SD-08; MOE43-01; MOE43-04; S003-05; S003-06; S003-07.
 */
public record DocumentVerdict() implements Metric<DocumentVerdict.Document> {

    /** What an evaluator says of a subject under a rule; null = neither PASS nor FAIL. */
    public record Document(About about, @Nullable Boolean inOrder) implements View {}

    @Override
    public Definition definition() {
        return new Definition(
                "evidence.verdict",
                new Words("佐证材料认定", "judgement on documents"),
                "PASS = 1, FAIL = 0; facet = rule",
                "1",
                "1 = in order",
                Better.HIGHER,
                List.of(
                        "national-2017:G1",
                        "national-2017:G2",
                        "national-2017:G10",
                        "national-2017:Q3",
                        "national-2017:Q5-Q8",
                        "national-2017:APPLY-MONITORING",
                        "national-2017:VETO-EXAM",
                        "national-2017:VETO-CHOICE",
                        "national-2017:VETO-KEY",
                        "national-2017:VETO-POSTS",
                        "national-2017:VETO-SAFETY",
                        "national-2017:VETO-DATA",
                        "YN-12",
                        "YN-16",
                        "YN-17",
                        "YN-18",
                        "YN-19",
                        "SD-06",
                        "SD-07",
                        "SD-08",
                        "MOE43-01",
                        "MOE43-04",
                        "S003-05",
                        "S003-06",
                        "S003-07"),
                List.of("evidence.verdict"),
                new Words("未认定时不评价", "absent when nothing was found"),
                "hand example");
    }

    @Override
    public Class<Document> view() {
        return Document.class;
    }

    @Override
    public Outcome of(Document view) {
        Boolean inOrder = view.inOrder();
        return inOrder == null
                ? new Absent("佐证材料未给出达标或不达标", "the evidence says neither PASS nor FAIL", Counts.NONE)
                : Value.of(inOrder ? 1 : 0, Counts.NONE);
    }
}
