package org.junheng.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junheng.integration.RetentionView.Township;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Share of the children registered in a place who are enrolled there (生源稳定率), by stage.
 *
 * <p>{@code sum(enrolled locally) / sum(registered)} over townships that report both; a ratio. {@code n_pupils} = registered children.
 *
 * <p>Absent when no township reports both, or no child is registered.
 *
 * <p>Source: Shandong, strong townships plan: the share rises every year (SD-03). Local enrolment over registered children of school age is the fallback of
 * the definition, for pupils enrolled elsewhere are seldom delivered.
 *
 * <p>Clauses: SD-03; YN-D4.
 */
public record LocalShare() implements Metric<RetentionView> {
    private static final Words NOBODY = new Words("没有适龄户籍儿童", "no child of the age is registered");
    private static final Words NOT_REPORTED =
            new Words("适龄户籍儿童数或本地就读人数未填", "registered or enrolled children are not reported");

    @Override
    public Definition definition() {
        return new Definition(
                "retention.local_share",
                new Words("生源稳定率", "share of registered children enrolled locally"),
                "children enrolled locally / children registered, townships that report both",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("SD-03", "YN-D4"),
                List.of("retention.registered_children", "retention.enrolled_locally"),
                new Words(
                        "两数缺一的乡镇剔除并说明;没有儿童时不评价",
                        "townships that miss either are left out and said; absent without children"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<RetentionView> view() {
        return RetentionView.class;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(RetentionView view) {
        List<Double> registered = new ArrayList<>();
        List<Double> enrolled = new ArrayList<>();
        for (Township t : view.townships()) {
            if (t.registered() != null && t.enrolledLocally() != null) {
                registered.add(t.registered());
                enrolled.add(t.enrolledLocally());
            }
        }
        BigDecimal children = Share.sum(registered);
        Counts counts = Counts.ofPupils(Math.round(children.doubleValue()));
        int lacking = view.townships().size() - registered.size();
        return registered.isEmpty()
                ? new Absent(NOT_REPORTED, Counts.NONE)
                : Share.of(1, Share.sum(enrolled), children, counts, NOBODY, lacking(lacking));
    }

    private static Words lacking(int townships) {
        return townships == 0
                ? Words.NONE
                : new Words(
                        townships + "个乡镇缺数,未计入",
                        townships + (townships == 1 ? " township does" : " townships do")
                                + " not report and are left out");
    }
}
