import { Details } from './details.tsx';

export const detailsExamples = {
  open: (
    <Details summary="Where do I find my reference?" open>
      It is at the top of the email or letter we sent, like K7M3-QX9T.
    </Details>
  ),
};
