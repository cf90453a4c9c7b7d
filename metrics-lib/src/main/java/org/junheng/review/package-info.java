/** Composites of the five dimensions: review of counties and clusters (综合评价) and bundled assessment of schools (捆绑式考核). */
@NullMarked
package org.junheng.review;

import org.jspecify.annotations.NullMarked;
