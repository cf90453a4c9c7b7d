package org.junheng.subject;

/** How closely a community is joined (融合型, 共建型, 协作型). */
public enum CommunityMode {
    MERGED,
    CO_BUILT,
    COOPERATIVE
}
