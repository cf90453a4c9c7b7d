package org.junheng.impact;

import org.junheng.metric.Absent;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * Spillover to schools that never joined (外溢效应): the effect, since the first school of their township or county joined, on schools near members.
 *
 * <p>The model of {@link JoiningEffect} with being near as treatment, errors shared within the place. Where it is not 0, near schools are no clean
 * comparison, and {@link CleanEffect} is the number to read.
 *
 * <p>Absent where nobody is near, or nobody is left outside to compare with.
 *
 * <p>Clause: YN-D3.
 */
public record Spillover(Ring ring) implements Composite<Rings> {
    /** How near. */
    public enum Ring {
        TOWNSHIP("同乡镇", "same township"),
        COUNTY("同县其他乡镇", "other townships of the same county");

        private final Words words;

        Ring(String zh, String en) {
            this.words = new Words(zh, en);
        }
    }

    @Override
    public Definition definition() {
        String id = "impact.spillover_" + ring.name().toLowerCase(java.util.Locale.ROOT);
        return ImpactReading.define(
                id,
                new Words(
                        "对未加入学校的外溢效应(" + ring.words.zh() + ")",
                        "spillover to schools that never joined, " + ring.words.en()),
                ring == Ring.TOWNSHIP
                        ? "impact.effect with never-joiners of townships in which a school joined as treated, those of the other townships as"
                                + " comparison; errors by township"
                        : "impact.effect with never-joiners of townships without a joiner, in counties with one, as treated, those of counties"
                                + " without a joiner as comparison; errors by county",
                "score",
                new Words("圈内或圈外没有学校时不评价", "absent when no school is in the ring, or none outside it"),
                "definition (rings of Butts 2021); known truth by simulation");
    }

    @Override
    public Outcome of(Rings rings) {
        Outcome outcome = fit(rings).outcome();
        return outcome instanceof Absent absent
                ? new Absent(
                        new Words(
                                "圈内外无可比学校:" + absent.reason().zh(),
                                "nothing to compare in the ring: "
                                        + absent.reason().en()),
                        absent.counts())
                : outcome;
    }

    /** Whether near schools moved too. */
    public Words sentence(Rings rings, Outcome outcome) {
        ImpactEstimate.Span interval = fit(rings).overall().interval();
        return interval != null && interval.excludesZero()
                ? new Words(
                        "邻近的未加入学校也有变化,宜看洁净对照的效应",
                        "near schools that never joined moved too: read the effect with clean comparisons")
                : fit(rings).overall().reason();
    }

    private ImpactFit fit(Rings rings) {
        return ring == Ring.TOWNSHIP ? rings.township() : rings.county();
    }
}
