import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Accessibility problems that axe finds in a page as it stands, each as `rule: elements`.
 *
 * Of a page that was gone over in light colours, the dark ones can only change the contrast: there,
 * the rules of colour are asked alone, which takes a fraction of the time.
 */
export async function violationsIn(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  const axe = new AxeBuilder({ page });
  if (theme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
