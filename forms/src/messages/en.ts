import type { ReaderRule } from '../report.ts'

/** The reader's findings in English. */
export const en: Readonly<Record<`reader.${ReaderRule}`, string>> = {
  'reader.layout-unknown': 'No known layout (“{text}”): this part was not read',
  'reader.no-form': 'There is no performance declaration or self-evaluation here to read',
  'reader.project-name-missing': 'The project has no name',
  'reader.year-missing': 'The form has no year',
  'reader.row-unreadable': 'Cannot tell the columns of this row: “{text}”',
  'reader.row-without-name': 'Only “{text}” and no indicator name: something may have been lost',
  'reader.half-missing': 'This row has only its {text} half',
  'reader.row-joined': '“{text}” was joined to the text of the same column: please check',
  'reader.text-orphaned': '“{text}” belongs to no known column and was not read',
  'reader.label-unknown': '“{text}” is no known label',
  'reader.label-missing': 'A label is missing here: please check the levels or the goal',
  'reader.label-repeated': '“{text}” comes again and was read as text',
  'reader.level-guessed-from-level2': 'Level 1 is printed as “{level1}”; filed by level 2 “{level2}”',
  'reader.amount-unreadable': 'The amount “{text}” cannot be read',
  'reader.amount-without-label': '“{text}” has no fund label before it and was not read',
  'reader.unit-assumed': 'No unit of money is printed: “{unit}” as usual for this form',
  'reader.date-unreadable': 'The date “{text}” cannot be read',
  'reader.goal-column-guessed': 'One goal only, out of place: taken as the annual goal of a one-year project',
  'reader.section-empty': 'A title with nothing below it',
  'reader.figure-unreadable': 'Cannot tell which column the figure “{text}” belongs to',
  'reader.column-unkept': 'The column “{text}” was not read',
}
