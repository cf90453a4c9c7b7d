/** Rules as data: what a policy demands, as of a date, and the verdict on an outcome. */
@NullMarked
package org.junheng.rules;

import org.jspecify.annotations.NullMarked;
