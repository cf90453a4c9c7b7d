package org.junheng.jobs.report;

import org.junheng.metric.Words;

/** The language of a report. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag of BCP 47, as a page states it. */
    public String tag() {
        return tag;
    }

    public String of(Words words) {
        return this == ZH ? words.zh() : words.en();
    }
}
