export {
  attributeChange,
  CHANGE_SOURCES,
  NotComparableError,
  sourcesOfChange,
  type ChangeAttribution,
  type ChangeSource,
} from './attribute-change';
