/**
 * The first page: networks to start from, drawn from their files, and files opened lately. In: presets and settings.
 * Out: what the user chose. Opens nothing itself.
 */
@NullMarked
package org.unfoldlab.app.welcome;

import org.jspecify.annotations.NullMarked;
