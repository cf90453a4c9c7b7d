package org.junheng.metric;

/** One cohort in, an estimate per unit and the fit itself out. */
public non-sealed interface Model<C, F> extends Entry {
    F fit(C cohort);
}
