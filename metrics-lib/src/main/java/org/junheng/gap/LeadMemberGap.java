package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;

/**
 * Distance of the members of a cluster from their lead school (牵头学校与成员学校差距).
 *
 * <p>{@code x_lead - sum(w x) / sum(w)} over the members; in the unit of the facet.
 *
 * <p>Absent without a lead or without a member that has a value and pupils.
 *
 * <p>Source: Yunnan guideline 2024, dimension of the gap (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D2.
 */
public record LeadMemberGap() implements Metric<SchoolsView> {
    private static final List<String> INPUTS = List.of("memberships.role");

    @Override
    public Definition definition() {
        return Gaps.define(
                INPUTS,
                Better.NONE,
                "gap.lead_member",
                "牵头学校与成员学校差距",
                "lead school minus pupil-weighted mean of the members",
                "x_lead - sum(w x) / sum(w) over members",
                "as facet",
                new Words("缺牵头学校或成员学校时不评价", "absent without the lead or without a member"),
                "hand example");
    }

    private static final Words NO_PAIR =
            new Words("缺少牵头学校或成员学校的数据", "the lead or every member has no value with pupils");

    @Override
    public String facetSuffix() {
        return Comparison.LEAD_MEMBER.suffix();
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return view.subjectType() == SubjectType.CLUSTER;
    }

    @Override
    public Outcome of(SchoolsView view) {
        SchoolsView lead = view.only(Comparison.LEAD_MEMBER::isFirst);
        SchoolsView members = view.only(Comparison.LEAD_MEMBER::isSecond);
        if (lead.usable().isEmpty() || members.usable().isEmpty()) {
            return Gaps.absent(NO_PAIR, view);
        }
        return Outcome.nearest(lead.moments().mean().subtract(members.moments().mean()), Gaps.counts(view));
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        SchoolsView lead = view.only(Comparison.LEAD_MEMBER::isFirst);
        SchoolsView members = view.only(Comparison.LEAD_MEMBER::isSecond);
        if (lead.usable().isEmpty() || members.usable().isEmpty()) {
            return Map.of();
        }
        Map<String, BigDecimal> terms = new TreeMap<>(Gaps.terms(members));
        terms.put("x_lead", lead.moments().mean());
        return terms;
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
