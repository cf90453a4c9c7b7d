/** Dimension 4: improvement of member schools (成员学校融入提升), and what is assessed for a cluster as one. */
@NullMarked
package org.junheng.integration;

import org.jspecify.annotations.NullMarked;
