package org.junheng.review;

import java.util.Locale;
import org.junheng.metric.Words;

/** The five dimensions of the Yunnan guideline 2024. */
public enum Dimension {
    STOCK(0, "优质资源总量"),
    GAP(1, "校际差距"),
    RADIATION(2, "辐射带动"),
    IMPROVEMENT(3, "成员校提升"),
    SATISFACTION(4, "满意度");

    private final int place;
    private final String zh;

    Dimension(int place, String zh) {
        this.place = place;
        this.zh = zh;
    }

    /** Its place among the five, from 0. */
    public int place() {
        return place;
    }

    public Words words() {
        return new Words(zh, toString());
    }

    /** The word of the protocol: {@code stock}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
