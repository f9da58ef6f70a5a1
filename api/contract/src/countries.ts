export { countryCodes } from '@shelter-city/domain/defenders/country-list';
