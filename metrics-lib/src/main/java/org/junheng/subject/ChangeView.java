package org.junheng.subject;

/** The same subject and facet at the baseline and now. */
public record ChangeView(SchoolsView base, SchoolsView now) {
    public ChangeView {
        if (base.year() >= now.year()) {
            throw new IllegalArgumentException("baseline " + base.year() + " is not before " + now.year());
        }
    }
}
