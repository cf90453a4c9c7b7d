package org.junheng.subject;

/** The answers of the same subject and facet at the baseline and now. */
public record SurveyChangeView(SurveyView base, SurveyView now) {
    public SurveyChangeView {
        if (base.year() >= now.year()) {
            throw new IllegalArgumentException("baseline " + base.year() + " is not before " + now.year());
        }
    }
}
